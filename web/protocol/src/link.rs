//! What every module of the page knows of a link: its version, and how long it may be. Not for what stands in it.

/// The version of the fragment.
pub const LINK_VERSION: &str = "1";
/// Characters of a link at the most: what chats and mail programs still pass on whole.
pub const LINK_LENGTH_MOST: usize = 8000;
