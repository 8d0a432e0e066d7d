//! Files and folders with failures as sentences, and the content hash that names folders of the
//! site. Knows nothing of what is in the files.

use crate::run::Outcome;
use std::{fs, path::Path};

/// The text of a file.
pub(crate) fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))
}

/// The bytes of a file.
pub(crate) fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|why| format!("{} cannot be read: {why}.", path.display()))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, content).map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|why| format!("{} cannot be made: {why}.", path.display()))
}

/// Lets a file be run as a program; where files need no such mark this does nothing.
pub(crate) fn make_executable(path: &Path) -> Outcome {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))
            .map_err(|why| format!("{} cannot be made a program: {why}.", path.display()))?;
    }
    Ok(())
}

/// Moves a file or folder to a name that is free.
pub(crate) fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to)
        .map_err(|why| format!("{} cannot be renamed to {}: {why}.", from.display(), to.display()))
}

/// Removes a file.
pub(crate) fn remove_file(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|why| format!("{} cannot be removed: {why}.", path.display()))
}

/// Removes a folder with everything in it; one that is not there is fine.
pub(crate) fn remove_folder(path: &Path) -> Outcome {
    match fs::remove_dir_all(path) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {why}.", path.display()))
        }
        _ => Ok(()),
    }
}

/// Names of what stands directly in a folder, in order; none where there is no such folder.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Every file below a folder, as paths relative to it with `/`, in order.
pub(crate) fn all_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for name in names_in(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            found.extend(all_below(&path).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            found.push(name);
        }
    }
    found
}

/// Whether a name ends in `.ending`.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// Copies a folder with everything in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Outcome {
    all_below(from).iter().try_for_each(|name| write(&to.join(name), read_bytes(&from.join(name))?))
}

/// One hash over the names and contents of everything below a folder.
pub(crate) fn hash_of_folder(folder: &Path) -> Outcome<String> {
    let mut hash = Hash::default();
    for name in all_below(folder) {
        hash.add(name.as_bytes());
        hash.add(&read_bytes(&folder.join(name))?);
    }
    Ok(hash.hex())
}

/// FNV-1a of 64 bits: the same on every machine and with every Rust, unlike std's. It tells two
/// builds apart; it is no defence against somebody who wants them to look alike.
pub(crate) struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Adds one piece. Pieces are told apart: `ab` + `c` is not `a` + `bc`.
    pub(crate) fn add(&mut self, piece: &[u8]) {
        let length = (piece.len() as u64).to_le_bytes();
        for byte in length.iter().chain(piece) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// 16 hexadecimal digits.
    pub(crate) fn hex(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// A folder for one test that is gone afterwards.
#[cfg(test)]
pub(crate) struct Scratch(pub(crate) std::path::PathBuf);

#[cfg(test)]
impl Scratch {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("icewall-xtask-{}-{name}", std::process::id()));
        make_folder(&folder).expect("a scratch folder");
        Self(folder)
    }

    /// One with these files, each with its text.
    pub(crate) fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let scratch = Self::new(name);
        for (file, text) in files {
            write(&scratch.0.join(file), text).expect("written");
        }
        scratch
    }
}

#[cfg(test)]
impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = remove_folder(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(pieces: &[&str]) -> String {
        let mut hash = Hash::default();
        for piece in pieces {
            hash.add(piece.as_bytes());
        }
        hash.hex()
    }

    #[test]
    fn pieces_are_told_apart() {
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
    }

    #[test]
    fn the_hash_is_the_same_on_every_machine() {
        assert_eq!(hash(&["ice"]), "06632cd278d8dbad");
    }

    #[test]
    fn a_folder_is_hashed_by_names_and_contents() {
        let scratch = Scratch::new("hash");
        write(&scratch.0.join("a/one"), "1").expect("written");
        let first = hash_of_folder(&scratch.0).expect("hashed");
        rename(&scratch.0.join("a/one"), &scratch.0.join("a/two")).expect("renamed");
        let renamed = hash_of_folder(&scratch.0).expect("hashed");
        write(&scratch.0.join("a/two"), "2").expect("written");
        let changed = hash_of_folder(&scratch.0).expect("hashed");
        assert!(first != renamed && renamed != changed);
    }

    #[test]
    fn files_below_are_listed_in_order() {
        let scratch = Scratch::with("below", &[("b", ""), ("a/c", ""), ("a/b", "")]);
        assert_eq!(all_below(&scratch.0), ["a/b", "a/c", "b"]);
    }
}
