# What the review says of the time at the desk and its stretches. It tells what was, and never warns.

# The longest stretch of the period.
stretches-longest = longest stretch
# The longest stretch of an ordinary day.
stretches-usual = usual longest
# The time at the desk, and on how many days.
stretches-at-the-desk = { $length } in all
stretches-at-the-desk-on-days = { $length } in all, on { $days } days
# The stretches of a period.
stretches-stretches =
    { $count ->
        [one] { $count } stretch; { $over_60min } over 60 min, { $over_90min } over 90 min
       *[other] { $count } stretches; { $over_60min } over 60 min, { $over_90min } over 90 min
    }
stretches-several = { $count } stretches, half of them shorter than { $median }; { $over_60min } over 60 min, { $over_90min } over 90 min
# How much of the longest stretch was calls and meetings.
stretches-longest-calls = { $length } of the longest were calls and meetings.
