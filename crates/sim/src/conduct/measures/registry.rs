//! What is made of the list of the measures in [`super`]: the measures and what is counted for them
//! as types, and what every room may ask of a measure without knowing which it is.

/// Declares the list: what a measure is, its variant, its file, and what is counted for it.
macro_rules! registry {
    ($(
        $(#[doc = $meaning:literal])+
        $measure:ident($module:ident) { $($(#[doc = $counted:literal])+ $count:ident = $word:literal),* $(,)? }
    )+) => {
        collegium_core::named! {
            /// A norm or skill measured over a run.
            Measure { $($(#[doc = $meaning])+ $measure = stringify!($module)),+ }
        }

        collegium_core::named! {
            /// Something that is counted for each person.
            Count {
                /// Decisions at decision points.
                Decisions = "decisions",
                $($($(#[doc = $counted])+ $count = $word,)*)+
            }
        }

        impl Measure {
            /// What is known of it.
            const fn rules(self) -> &'static dyn Measured {
                match self { $(Measure::$measure => &$module::$measure),+ }
            }
        }
    };
}
pub(super) use registry;
