//! What the page Settings asks for and is told of the person's other machines: the folder that they share, and which of them
//! count.

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MachinesOrder {
    /// All is to be told.
    Look,
    /// A folder is to be chosen.
    Choose,
    /// This folder is to be shared, as it is typed or dropped.
    Share(String),
    /// A machine's days are to count from now on, or not.
    Count(MachineTicket, bool),
}

/// A machine, by what its doer knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineTicket(pub String);

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MachinesUpdate {
    /// All that there is.
    Now(Box<MachinesNow>),
    /// This folder was chosen.
    Chosen(String),
    /// The folder is shared from now on.
    Shared,
    /// It is not, and why.
    NotShared(String),
}

/// The machines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MachinesNow {
    /// What this one is called, in a sentence's form.
    pub own: String,
    /// The others.
    pub others: Vec<MachineLine>,
    /// Folders of programs that keep folders alike.
    pub found: Vec<String>,
    /// Why the others are not known, if they are not.
    pub unread: Option<String>,
}

/// One other machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineLine {
    /// Which.
    pub id: MachineTicket,
    /// What it is called.
    pub name: String,
    /// What is known of it, a sentence each.
    pub told: Vec<String>,
    /// Whether its days count.
    pub counts: bool,
}
