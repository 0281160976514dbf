//! The real program in a home of its own, without a desktop: what it prints, its exit codes, its files, its socket.

mod answers;
mod files;
mod house;
mod life;
mod socket;
mod terminal;
