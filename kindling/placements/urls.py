from django.urls import path

from kindling.placements.views import (
    chain,
    decisions,
    lists,
    memories,
    pages,
    parting,
    policy,
    queues,
    runs,
    steps,
)

app_name = "placements"

urlpatterns = [
    path("pursuits/", lists.pursuit_list, name="pursuits"),
    path("pursuits/request/<slug:public_id>/", steps.request_pursuit, name="request"),
    path("pursuits/queues/", queues.queue_list, name="queues"),
    path("pursuits/queues/<slug:public_id>/", queues.queue_detail, name="queue"),
    path("pursuits/queues/<slug:public_id>/join/", queues.join_queue, name="join"),
    path("pursuits/policy/", policy.change_policy, name="policy"),
    path("pursuits/limit/", policy.my_limit, name="my_limit"),
    path("pursuits/limit/<slug:public_id>/", policy.set_limit, name="limit"),
    path("pursuits/<slug:public_id>/", pages.pursuit_detail, name="pursuit"),
    path("pursuits/<slug:public_id>/wait/", queues.queue_pursuit, name="wait"),
    path("pursuits/<slug:public_id>/accept/", queues.accept_offer, name="accept"),
    path("pursuits/<slug:public_id>/agree/", chain.agree, name="agree"),
    path("pursuits/<slug:public_id>/stand-in/", chain.stand_in, name="stand_in"),
    path("pursuits/<slug:public_id>/tie/", chain.declare_tie, name="tie"),
    path("pursuits/<slug:public_id>/tie/<slug:tie_id>/", chain.settle_tie, name="settle_tie"),
    path("pursuits/<slug:public_id>/approve/", decisions.approve_pursuit, name="approve"),
    path("pursuits/<slug:public_id>/decline/", decisions.decline_pursuit, name="decline"),
    path("pursuits/<slug:public_id>/extend/", decisions.extend_pursuit, name="extend"),
    path("pursuits/<slug:public_id>/withdraw/", steps.withdraw_pursuit, name="withdraw"),
    path("pursuits/<slug:public_id>/attempt/", steps.log_attempt, name="attempt"),
    path("pursuits/<slug:public_id>/request-start/", steps.request_start, name="request_start"),
    path("pursuits/<slug:public_id>/return-start/", decisions.return_start, name="return_start"),
    path("pursuits/<slug:public_id>/start/", decisions.start_placement, name="start"),
    path("placements/", lists.placement_list, name="list"),
    path("placements/private/", parting.private_words, name="private_words"),
    path("placements/private/<slug:public_id>/", parting.private_word, name="private"),
    path("placements/<slug:public_id>/talk/", parting.note_talk, name="talk"),
    path("placements/<slug:public_id>/", pages.placement_detail, name="detail"),
    path("placements/<slug:public_id>/schedule/", runs.reschedule_placement, name="schedule"),
    path("placements/<slug:public_id>/goals/", runs.change_goals, name="goals"),
    path("placements/<slug:public_id>/request-end/", parting.request_end, name="request_end"),
    path("placements/<slug:public_id>/keep/", runs.keep_placement, name="keep"),
    path("placements/<slug:public_id>/pause/", runs.pause_placement, name="pause"),
    path("placements/<slug:public_id>/resume/", runs.resume_placement, name="resume"),
    path("placements/<slug:public_id>/mentor/", memories.hand_over, name="hand_over"),
    path("placements/<slug:public_id>/memory/", memories.share_memory, name="memory"),
    path(
        "placements/<slug:public_id>/memory/revoke/", memories.revoke_memory, name="revoke_memory"
    ),
    path("placements/<slug:public_id>/end/", runs.end_placement, name="end"),
]
