"""Short messages that Kindling brings along, in our own words. A school changes them or takes them out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

# Key → what it is called, and the words by language. Two sentences at most: they go by text, too.
OURS: dict[str, tuple[Any, dict[str, str]]] = {
    "arrival": (_("First day"), {
        "en": "Good morning. {name} starts at {place} on {day}. Please make sure the way there is clear. Write back if anything is in the way.",
        "es": "Buenos días. {name} empieza en {place} el {day}. Por favor, aclaren cómo va a llegar. Escriba si algo lo impide.",
        "ar": "صباح الخير. بداية {name} في {place} يوم {day}. نرجو التأكد من معرفة الطريق. اكتبوا إلينا إن كان هناك ما يمنع.",
    }),
    "absence": (_("Not seen today"), {
        "en": "We have not seen {name} today. Is everything all right? A word back is enough.",
        "es": "Hoy no hemos visto a {name}. ¿Está todo bien? Basta con una palabra de respuesta.",
        "ar": "لم نرَ {name} اليوم. هل كل شيء بخير؟ تكفينا كلمة واحدة ردًّا.",
    }),
    "change": (_("Other times"), {
        "en": "The day at {place} on {day} has other times than planned. We will write the new ones here. Does that work for you?",
        "es": "El día {day} en {place} tiene otro horario que el previsto. Escribiremos aquí el nuevo. ¿Le viene bien?",
        "ar": "تغيّرت المواعيد في {place} يوم {day}. سنكتب المواعيد الجديدة هنا. هل يناسبكم ذلك؟",
    }),
    "exhibition": (_("Exhibition"), {
        "en": "{name} will soon show what came of the work this term. It would mean a lot to have you there. Tell us which hour suits you.",
        "es": "{name} mostrará pronto lo que logró este trimestre. Su presencia significaría mucho. Díganos qué hora le conviene.",
        "ar": "قريبًا موعد عرض {name} لثمرة عمل هذا الفصل. حضوركم يعني الكثير. أخبرونا أي ساعة تناسبكم.",
    }),
    "papers": (_("A paper is missing"), {
        "en": "One paper for {name} is still missing before {place} can begin. You find it behind the link we sent. Call us if you cannot open it.",
        "es": "Falta un papel de {name} para poder empezar en {place}. Está en el enlace que le enviamos. Llámenos si no puede abrirlo.",
        "ar": "بقيت ورقة واحدة تخص {name} قبل البدء في {place}. تجدونها في الرابط الذي أرسلناه. اتصلوا بنا إن لم يُفتح.",
    }),
    "thanks": (_("Thank you"), {
        "en": "Thank you for what you do for {name}. It shows, and it is talked about here.",
        "es": "Gracias por lo que hace por {name}. Se nota, y aquí se habla de ello.",
        "ar": "شكرًا لكم على ما تقدّمونه لأجل {name}. أثره واضح، ونحن نتحدث عنه هنا.",
    }),
}  # fmt: skip
