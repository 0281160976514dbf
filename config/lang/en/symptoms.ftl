# What is said of symptoms. The signs and what to do about them are the library's own words (`redflags.toml`), which go

# What the check-ins said, before the tier's text.
symptoms-sore = You noted sore on most days of the last three weeks.
# Where there is more.
symptoms-more = What is worth having looked at, and how soon, is under Learn.
# Before the first question.
symptoms-how = Four short lists, the most urgent first. Your answers are kept nowhere. Type the numbers of what is so for you, with commas; Enter is none of them, q leaves.
# One tier as a question.
symptoms-ask-emergency = Is any of these so now, or was it in the last hours?
symptoms-ask-urgent = Have you noticed any of these?
symptoms-ask-soon = Is any of these so?
symptoms-ask-mind = And is any of these so?
# Something that is no answer.
symptoms-no-answer = "{ $said }" is none of these. Type numbers from 1 to { $most }, with commas; Enter is none of them, q leaves.
# The way from the gentlest tier to the most urgent one.
symptoms-self-harm = If there is any thought of harming yourself, that is an emergency: call your local emergency number or a crisis line, or tell someone near you and stay with them.
# What can be done about a tier, as a question that only a yes answers.
symptoms-offer-emergency = Shall Unhunch be quiet until tomorrow? Nothing is counted against you. [y/N]
symptoms-offer-urgent = Shall only calm walking and breathing be offered until you turn the rest on again? They are for as long as they are comfortable. [y/N]
symptoms-offer-soon = Shall exercises that load a sore area be left out? Type the areas, with commas; Enter leaves all as it is.
symptoms-offer-mind = Shall the daily question to think about stop? [y/N]
# What else may do good where nothing is to be stopped.
symptoms-calm = If it is comfortable, a slow breath or a short walk may do good: `unhunch exercises` has both.
# An area that exercises do not know.
symptoms-no-area = "{ $said }" is none of these. Type { $areas }, with commas; Enter leaves all as it is.
# Prompts are off for the day.
symptoms-quiet = Unhunch is quiet until tomorrow; `unhunch resume` ends that.
# No app runs, so none can prompt.
symptoms-quiet-already = Unhunch is not running, so nothing of it will come up.
# Only easy things from now on.
symptoms-easy = Only calm walking and breathing from now on; `unhunch config set exercise.easy_only false` turns the rest on again.
# It was so before.
symptoms-easy-already = Only calm walking and breathing are offered already; `unhunch config set exercise.easy_only false` turns the rest on again.
# No more reflections.
symptoms-no-question = The daily question is off; `unhunch config set reflect.at 17:00` turns it on again.
# These areas are spared from now on.
symptoms-spared = Exercises that load { $areas } are left out now; `unhunch config set exercise.avoid ...` or `unhunch setup` changes it.
# Nothing was named.
symptoms-none = You named none of these. If something worries you all the same, ask somebody who can look at it.
# The person left, or nobody answers.
symptoms-left = That is all for now. `unhunch symptoms --list` shows the lists.
# After the last question.
symptoms-kept = None of your answers was kept.
