# What is said about the text of the figures: what does not fit, and why. Pure functions; decides nothing.

# The text is no TOML.
figures-not-toml = This text is not TOML ({ $because }), so there are no figures.
# A figure that is left out; `because` is a half sentence.
figures-bad-figure = The figure { $id } is left out: { $because }.
figures-bad-figure-without-id = This figure is left out: { $because }.
# An id that came before.
figures-twice = its id is in this text before, and the first one counts
# An id of no exercise.
figures-no-exercise = there is no exercise with its id
# A key that is not read.
figures-no-key = { $key } is not read here, only { $known }
# A word that is not known.
figures-no-word = { $key } does not know { $word }, only { $known }
# Something else than numbers, or too many.
figures-not-a-number = { $key } takes one number
figures-not-numbers = { $key } takes a list of at most { $most } numbers
# Something else than a place or a direction.
figures-not-a-place = { $key } takes a text: a name and at most three numbers, or directions
# Frames or times that do not fit together.
figures-bad-frames = it needs frames of 0.05 to 30 seconds, and still, cue and into name one of them from 1
# A cue beyond the exercise's steps.
figures-no-cue = its cues go beyond the exercise's { $steps } steps
# The body rests otherwise than the exercise says.
figures-other-posture = its base is not the exercise's posture
# The exercise's equipment, or the chair of who sits, is not there.
figures-lacks-thing = its props lack what the exercise needs
# A joint beyond its range, or a hand or foot that does not get where it should be.
figures-misses = after frame { $frame } a { $joint } misses its place by { $value }
figures-too-far = after frame { $frame } { $joint } is { $value }, from { $least } to { $most } is possible
# What is measured of a joint, or whose place it is.
figures-joint =
    { $token ->
        [lumbar-flexion] lumbar flexion
        [lumbar-side-bend] lumbar side bend
        [lumbar-turn] lumbar turn
        [chest-flexion] chest flexion
        [chest-side-bend] chest side bend
        [chest-turn] chest turn
        [upper-flexion] upper flexion
        [upper-side-bend] upper side bend
        [upper-turn] upper turn
        [neck-flexion] neck flexion
        [neck-side-bend] neck side bend
        [neck-turn] neck turn
        [head-flexion] head flexion
        [head-side-bend] head side bend
        [head-turn] head turn
        [girdle-raise] girdle raise
        [girdle-forward] girdle forward
        [shoulder-raise] shoulder raise
        [shoulder-behind] shoulder behind
        [shoulder-across] shoulder across
        [shoulder-rotation] shoulder rotation
        [elbow-flexion] elbow flexion
        [wrist-flexion] wrist flexion
        [forearm-turn] forearm turn
        [knuckle-flexion] knuckle flexion
        [finger-flexion] finger flexion
        [fingertip-flexion] fingertip flexion
        [hip-flexion] hip flexion
        [hip-abduction] hip abduction
        [hip-rotation] hip rotation
        [knee-flexion] knee flexion
        [ankle-flexion] ankle flexion
        [hand] hand
       *[foot] foot
    }
# A body that goes through something.
figures-through =
    { $what ->
        [floor] after frame { $frame } it goes through the floor by { $by }
        [wall] after frame { $frame } it goes through the wall by { $by }
       *[chair] after frame { $frame } it goes through the chair by { $by }
    }
# A body that nothing carries.
figures-floats = after frame { $frame } nothing carries it
# Hips that are not on the seat.
figures-off-the-seat = after frame { $frame } the hips are not on the seat
# An exercise without a figure.
figures-no-figure = There is no figure for { $id } yet. `unhunch exercises show { $id }` tells it in words.
# The file that is there is something else than a picture.
figures-no-picture-there = { $file } is there and is no PNG, so it is left as it is. Name another file.
# The picture could not be written.
figures-not-written = { $file } could not be written ({ $because }).
# The picture is written.
figures-drawn = { $name } is drawn in { $file }.
# A forearm or hand inside the trunk, this share of the way to its middle.
figures-arm-in-trunk = after frame { $frame } an arm is inside the trunk, { $deep } % of the way to its middle
