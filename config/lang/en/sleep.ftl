# Why the app holds sleep back for a moment, as the system lists it. Said at the start, so it stands alone.

sleep-hold = Stores where the day stands
