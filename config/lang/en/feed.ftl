# What is said of reading calendars: which ones, what is wrong with one, and what to do. Pure.

# An address of which there is no copy.
feed-not-fetched = The calendar at { $host } was not fetched yet. Start Unhunch, which fetches it.
# What the calendars say.
feed-no-sources = no calendar is named in the settings
feed-read =
    { $calendars ->
        [one] { $calendars } calendar
       *[other] { $calendars } calendars
    }, { $meetings ->
        [one] { $meetings } meeting
       *[other] { $meetings } meetings
    } in the next two days
feed-read-at = read at { $at }
# A calendar with what is wrong with it: `what` is one of the messages under feed-why.
feed-wrong = { $name } { $what }
# The same where a copy counts meanwhile.
feed-wrong-copy = { $name } { $what } (as it was on { $at })
# The reading as a whole.
feed-reader-slow = reading took too long and was ended
feed-reader-loud = reading gave more than can be
feed-reader-failed = reading did not work ({ $why })
feed-unwatched = changes of the files are not heard ({ $why }), so they are read twice a day
# What is wrong with one calendar; each goes on from its name.
feed-why-no-file = is neither a file nor a folder
feed-why-not-there = is not there
feed-why-too-long = has more than 16 MB
feed-why-too-many = has more than 20,000 calendar files or 64 MB of them
feed-why-no-calendar = is no calendar
feed-why-too-full = has more events in three days than any real calendar
feed-why-too-slow = did not answer in time
feed-why-no-host = was not found; is this computer online?
feed-why-astray = sends to an address that is not followed
feed-why-bad-packing = sent something that cannot be unpacked
feed-why-no-cache = has no folder for a copy
feed-why-reader-lost = could not be read to its end
feed-why-forbidden = does not let us read it ({ $code })
feed-why-gone = has no such calendar any more ({ $code })
feed-why-asked-too-often = wants to be asked less often ({ $code })
feed-why-server-trouble = has trouble of its own ({ $code })
feed-why-other-answer = gave an answer that is no calendar ({ $code })
feed-why-unreached = cannot be reached ({ $why })
feed-unreached-not-http = it does not speak HTTP as it should
feed-unreached-proxy = the proxy refuses
feed-unreached-nameless = an error that has no name
feed-why-unreadable = cannot be read ({ $why })
feed-why-no-copy = has a copy that cannot be written ({ $why })
feed-why-left-out-one = holds { $name }, which is no calendar
feed-why-left-out = holds { $files } files that are no calendars
feed-why-unknown-zones =
    { $count ->
        [one] has times in a zone that is not known ({ $zones }), so that they may be told hours off
       *[other] has times in zones that are not known ({ $zones }), so that they may be told hours off
    }
feed-why-crowded =
    { $meetings ->
        [one] has more meetings than are kept at once: { $meetings } meeting is taken in later, from { $from } on
       *[other] has more meetings than are kept at once: { $meetings } meetings are taken in later, from { $from } on
    }
# What a person can do.
feed-advice-no-sources = Name one in the settings: a file, a folder of .ics files, or an https:// address.
feed-advice-reader = It is tried again by itself; if this stays, take one calendar after the other out of the settings to find the one that does it.
feed-advice-missing = Put it there, or name another one in the settings.
feed-advice-unreadable = See that you may read it, and that it is an iCalendar file (.ics).
feed-advice-fetch = It is asked again by itself; if this stays, open the address in a browser.
feed-advice-gone = Copy the calendar's secret address (iCal) anew from its settings on the web into those of Unhunch.
feed-advice-cache = Free disk space, or see that you may write there; nothing is fetched until then.
feed-advice-zone = Choose another zone for these events in the program that keeps the calendar.
feed-advice-crowded = Look in the calendar for an event that repeats too often.
