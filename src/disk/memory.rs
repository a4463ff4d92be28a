//! How much memory the program has used, as far as the system tells.
//!
//! Linux tells in a file; elsewhere nobody does without code of a kind that this program has none of.

/// The most memory that the program has held so far, in bytes; none where the system does not say.
pub fn peak_memory() -> Option<u64> {
    #[cfg(target_os = "linux")]
    {
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"))?;
        kibibytes.parse::<u64>().ok().map(|count| count * 1024)
    }
    #[cfg(not(target_os = "linux"))]
    None
}
