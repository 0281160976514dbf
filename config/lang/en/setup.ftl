# The first questions: what is asked, what the answers mean, and how they are given. Pure.

# What is at hand, by the settings' words.
setup-equipment-chair = A chair that stands firmly
setup-equipment-wall = A free stretch of wall
setup-equipment-band = A resistance band
setup-equipment-foam-roller = A foam roller
# Areas and conditions, by the settings' words.
setup-avoid-neck = Neck
setup-avoid-shoulder = Shoulder
setup-avoid-elbow = Elbow
setup-avoid-wrist = Wrist or hand
setup-avoid-jaw = Jaw
setup-avoid-eye = Eyes
setup-avoid-low-back = Lower back
setup-avoid-hip = Hip
setup-avoid-knee = Knee
setup-avoid-ankle = Ankle or foot
setup-avoid-balance = Unsteady on the feet
setup-avoid-dizzy = Gets dizzy easily
setup-avoid-breath = Breathing, and holding the breath
setup-avoid-heart = Heart
setup-avoid-high-bp = High blood pressure
setup-avoid-osteoporosis = Thin bones (osteoporosis)
setup-avoid-pregnancy = Pregnancy
setup-avoid-recent-surgery = An operation not long ago
# Yes or no.
setup-yes-no-yes = Yes
setup-yes-no-no = No
# Whether it has been looked at.
setup-looked-yes = Yes
setup-looked-no = No
setup-looked-not-sure = Not sure
setup-looked-no-pain = I have no such pain
# The question of equipment, and what the answer does.
setup-ask-equipment = What is at hand where you work?
setup-ask-equipment-note = So that you are asked for nothing that is not there: exercises that need anything else are left out.
# The question of standing.
setup-ask-standing = Can you stand up for an exercise?
setup-ask-standing-note = So that you can do what is offered: with no, only exercises that are done sitting are.
# The question of the office.
setup-ask-office = Can others see you where you work?
setup-ask-office-note = So that you need not feel watched: with yes, only what nobody would notice is offered.
# The question of what to leave alone.
setup-ask-avoid = Is there anything to leave alone?
setup-ask-avoid-note = So that it is spared: exercises that load it are left out. The answer stays in your settings on this computer.
# What is done with the answer to the last question; the question itself is the library's.
setup-looked-note = Asked because it can be worth having it looked at before you move with it. The answer is kept nowhere.
# Said to whoever has not had it looked at, or is not sure.
setup-worth-a-look = It is worth having a doctor or physiotherapist look at it once, whenever it suits you.
# Why there are questions.
setup-why = { $questions } short questions, so that the exercises fit you. Each begins with what counts now.
# The window's buttons.
setup-next = Next
# To the question before.
setup-back = Back
# After the last question.
setup-save = Save
# Leaves everything as it is.
setup-not-now = Not now
# Closes the window when all is done.
setup-close = Close
# Above what came of the answers.
setup-done = That is all
# Above what went wrong.
setup-not-kept = The answers could not be kept
# How the terminal is answered.
setup-keys = Enter keeps what is marked. A number or a word answers; several go with commas, and none is none of them. back goes back, ? says this again, and quit or Ctrl-C leaves everything as it is.
# Which question of how many.
setup-place = { $at } of { $of }
# Something that is no answer.
setup-no-answer = "{ $said }" is none of these. Say one number or word of the list; Enter keeps what is marked.
setup-no-answers = "{ $said }" is none of these. Say numbers or words of the list, with commas; Enter keeps what is marked.
# The answers ended before the questions did.
setup-ended = The answers ended before the questions did, so nothing was changed.
# An answer of many that names none.
setup-nothing = Nothing
# Every answer is as it was.
setup-as-before = Everything stays as it was.
# How many exercises are left.
setup-fitting-none = None of the { $of } exercises fits that; breaks are free time then.
setup-fitting = { $fitting } of { $of } exercises fit now.
# The window of the first start did not do its work.
setup-unasked =
    The first questions could not be shown
    They are under Settings, whenever it suits you.
