# What is said of a text of days: why it is none, and what did not come as it expects. Pure.

# What is wrong with a line, and what to write.
scenario-start-too-late = `start` comes too late: it is the first line or none.
scenario-start = `start` takes a time such as 2026-01-05T08:00:00+00:00, and may end with `zone Europe/Berlin`.
scenario-start-time = `{ $word }` is no RFC 3339 time ({ $because }); write 2026-01-05T08:00:00+00:00.
scenario-no-zone = `{ $word }` is no zone; write one such as Europe/Berlin.
scenario-no-days-ahead = `{ $word }` needs a time behind it: +1d 08:00.
scenario-no-length = `{ $word }` is no length; write one such as 90s, 5m or 1h20m.
scenario-no-time = `{ $word }` is no time; write 15:00.
scenario-no-switch = `{ $word }` is neither on nor off.
scenario-no-setting = `{ $word }` is no setting; write key=value.
scenario-no-span = `{ $word }` is no span; write 10:00-10:45.
scenario-no-step = `{ $word }` is no step; write +2h or -1h.
scenario-nothing-to-do = There is a time and nothing behind it; write an input or `expect`.
scenario-unknown = `{ $words }` is no input and no expectation that scenarios know.
scenario-no-token = { $because }.
scenario-marks = A meeting has one mark, not `{ $words }`.
scenario-backwards = This time lies before the line before; write a later one, or `+1d` before it.
scenario-no-such-times = These times do not exist on this day.
# An expectation that did not hold.
scenario-other-came = expected { $expected } at { $at }; what came was { $came }
scenario-nothing-came = expected { $expected } at { $at }; what came was nothing
scenario-noise = expected silence up to { $until }; { $came } came since the line before
