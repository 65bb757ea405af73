//! What is made of the list of what is counted in [`super`]: all of it as one type, by which sums
//! are kept and asked for.

/// Declares the list: what a count is, its variant, and its entry in the file of its subject.
macro_rules! registry {
    ($($(#[doc = $meaning:literal])+ $tallied:ident($module:ident::$entry:ident);)+) => {
        /// Something that is counted of a run.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Tallied { $($(#[doc = $meaning])+ $tallied),+ }

        impl Tallied {
            /// Everything that is counted, in the order in which it is told.
            pub const ALL: &'static [Tallied] = &[$(Tallied::$tallied),+];

            /// How it is counted and told.
            fn entry(self) -> &'static entry::Entry {
                match self { $(Tallied::$tallied => &$module::$entry),+ }
            }
        }
    };
}
pub(super) use registry;
