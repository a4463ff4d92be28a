//! Where a hub lies: its real folder, and whether changes in it are told of.

use std::fs;
use std::path::{Path, PathBuf};

use super::Error;
use crate::domain::layout::PROBE;

/// The real path of a folder: absolute, without symbolic links.
///
/// # Errors
///
/// If there is no such folder.
pub fn real_folder(path: &Path) -> Result<PathBuf, Error> {
    let real = fs::canonicalize(path).map_err(|error| Error::io("open", path, error))?;
    fs::read_dir(&real).map_err(|error| Error::io("list", path, error))?;
    Ok(real)
}

/// Makes the probe in a hub's folder and takes it away again. Says whether it could be made.
pub fn touch_probe(root: &Path) -> bool {
    let probe = root.join(PROBE);
    let is_made = fs::write(&probe, "").is_ok();
    let _ = fs::remove_file(probe);
    is_made
}

/// Whether a folder lies on a file system that others write to as well: a network drive, or a folder that a virtual
/// machine or a container shares with its host. The system tells only of what is written from here.
#[cfg(target_os = "linux")]
pub fn is_foreign(folder: &Path) -> bool {
    rustix::fs::statfs(folder).is_ok_and(|found| is_foreign_kind(found.f_type.into()))
}

/// Whether a folder lies on a file system that others write to as well: not told by this system.
#[cfg(not(target_os = "linux"))]
pub fn is_foreign(_folder: &Path) -> bool {
    false
}

/// The numbers by which Linux knows such file systems.
#[cfg(target_os = "linux")]
fn is_foreign_kind(kind: i128) -> bool {
    const NFS: i128 = 0x6969;
    const SMB: [i128; 3] = [0x517B, 0xFF53_4D42, 0xFE53_4D42];
    const PLAN9: i128 = 0x0102_1997;
    // sshfs, virtiofs, and what containers on other systems see of their host.
    const FUSE: i128 = 0x6573_5546;
    const VIRTUALBOX: i128 = 0x786F_4256;
    const VMWARE: i128 = 0xBACB_ACBC;
    const AFS: [i128; 2] = [0x5346_414F, 0x6B41_4653];
    const CEPH: i128 = 0x00C3_6400;
    const CODA: i128 = 0x7375_7245;
    // Some systems give the number with a sign.
    let kind = kind & 0xFFFF_FFFF;
    [NFS, PLAN9, FUSE, VIRTUALBOX, VMWARE, CEPH, CODA].contains(&kind) || SMB.contains(&kind) || AFS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_a_real_path() {
        let folder = tempfile::tempdir().unwrap();
        let real = fs::canonicalize(folder.path()).unwrap();
        assert_eq!(real_folder(&folder.path().join(".")).unwrap(), real);
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(real_folder(&folder.path().join("file")).is_err());
        let text = real_folder(&folder.path().join("missing")).unwrap_err().to_string();
        assert!(text.contains("missing: it does not exist"), "{text}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn network_drives_are_foreign_and_local_ones_are_not() {
        // 9p and SMB 2, the latter also as a number with a sign; ext4, tmpfs and the layers of containers.
        assert!([0x0102_1997, 0xFE53_4D42, i128::from(0xFE53_4D42_u32.cast_signed())].into_iter().all(is_foreign_kind));
        assert!(![0xEF53, 0x0102_1994, 0x794C_7630].into_iter().any(is_foreign_kind));
    }
}
