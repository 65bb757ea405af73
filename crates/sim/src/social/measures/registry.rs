//! What is made of the list of the measures in [`super`]: all of them as one type, and how they are
//! measured together.

/// Declares the list: what a measure is, its name in files, its type, and the function of its file
/// that works it out.
macro_rules! registry {
    ($($(#[doc = $meaning:literal])+ $measure:ident: $value:ty = $module:ident::$of:ident;)+) => {
        /// What has emerged in a run: how far news, invitations and acquaintance have come.
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        pub struct Emergence {
            $($(#[doc = $meaning])+ pub $measure: $value,)+
        }

        /// Everything at once.
        pub fn measure(society: &Society<'_>) -> Emergence {
            Emergence { $($measure: $module::$of(society)),+ }
        }
    };
}
pub(super) use registry;
