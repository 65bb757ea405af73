//! What is made of the list of the decision points in [`super`]: the points and acts as types, and
//! what every room may ask of a point without knowing which it is.

/// Declares the list: what a point is about, its variant, its file, and the acts there with what
/// each does.
macro_rules! registry {
    ($(
        $(#[doc = $about:literal])+
        $point:ident($module:ident) { $($(#[doc = $does:literal])+ $act:ident = $word:literal),+ $(,)? }
    )+) => {
        collegium_core::named! {
            /// A moment at which micro-behaviour matters.
            Point { $($(#[doc = $about])+ $point = stringify!($module)),+ }
        }

        collegium_core::named! {
            /// What can be done at decision points: the discrete actions of policy heads, numbered
            /// in this order.
            Act { $($($(#[doc = $does])+ $act = $word),+),+ }
        }

        /// The names of the observation's first numbers, which say at which point one is, and what
        /// each says.
        pub(in crate::conduct) const FLAGS: &[(&str, &str)] = &[$((
            concat!("point_", stringify!($module)),
            concat!("the decision is at the point `", stringify!($module), "`"),
        )),+];

        impl Point {
            /// The acts that exist at it.
            pub const fn acts(self) -> &'static [Act] {
                match self { $(Point::$point => &[$(Act::$act),+]),+ }
            }

            /// What is known of it.
            pub(in crate::conduct) const fn rules(self) -> &'static dyn DecisionPoint {
                match self { $(Point::$point => &$module::$point),+ }
            }
        }
    };
}
pub(super) use registry;
