//! The tabs of the inspector. Each is a file with a [`Tab`] that stands in [`TABS`].

mod about;
mod conduct;
mod decisions;
mod memories;
mod now;
mod plan;
mod tab;

pub use tab::Tab;

/// All tabs, in their order; the first is open at first.
pub const TABS: [Tab; 6] = [
    now::TAB,
    plan::TAB,
    memories::TAB,
    decisions::TAB,
    conduct::TAB,
    about::TAB,
];

/// The tab of a name; the first where there is none of it.
pub fn named(name: &str) -> Tab {
    TABS.into_iter()
        .find(|tab| tab.name == name)
        .unwrap_or(TABS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_is_found_by_its_name() {
        for (n, tab) in TABS.iter().enumerate() {
            let first = TABS.iter().position(|other| other.name == tab.name);
            assert_eq!(first, Some(n), "two tabs are called {}", tab.name);
            assert_eq!(named(tab.name).name, tab.name);
        }
        assert_eq!(named("").name, TABS[0].name);
    }
}
