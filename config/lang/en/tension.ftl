# What the review says of tension beside breaks. It puts figures next to each other and leaves it at that; never a cause.

# What stands beside every link.
tension-both = A busy day can do both at once.
# What the figures of tension are.
tension-scale = A day's mean of what you said (0 loose, 1 tight, 2 sore), and its breaks.
# How often each was said: "2 loose, 1 tight".
tension-said-loose = { $count } loose
tension-said-tight = { $count } tight
tension-said-sore = { $count } sore
# Whether tension and breaks go together.
tension-link-too-few = A link with breaks is looked for from { $least } days on; { $days } so far.
tension-link-unclear = No clear link with breaks. { $both }
tension-link-looser = Looser on days with more breaks (rank correlation { $rho }). { $both }
tension-link-tighter = Tighter on days with more breaks (rank correlation { $rho }). { $both }
