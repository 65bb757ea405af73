//! What is made of the list of the decision points in [`super`]: the points as one type and their
//! acts as another, and what every room may ask of them without knowing which they are.

/// Declares the list: what a point is about, its variant, and its file, in which the type of its
/// acts has the variant's name.
macro_rules! registry {
    ($($(#[doc = $about:literal])+ $point:ident($module:ident);)+) => {
        $(pub use $module::$point;)+

        collegium_core::named! {
            /// A moment at which micro-behaviour matters.
            Point { $($(#[doc = $about])+ $point = stringify!($module)),+ }
        }

        /// What can be done at decision points: the discrete actions of policy heads, numbered in
        /// the order of the points and their acts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act {
            $(
                #[doc = concat!("At the point `", stringify!($module), "`.")]
                $point($point),
            )+
        }

        /// How many acts there are: the width of a head's output.
        pub const ACTS: usize = 0 $(+ $point::ALL.len())+;

        /// The names of the observation's first numbers, which say at which point one is, and what
        /// each says.
        pub(in crate::conduct) const FLAGS: &[(&str, &str)] = &[$((
            concat!("point_", stringify!($module)),
            concat!("the decision is at the point `", stringify!($module), "`"),
        )),+];

        impl Point {
            /// How many acts the points have that stand before it in the list.
            const fn first(self) -> usize {
                let acts = [$($point::ALL.len()),+];
                let (mut first, mut before) = (0, 0);
                while before < self as usize {
                    first += acts[before];
                    before += 1;
                }
                first
            }

            /// The acts that exist at it.
            pub const fn acts(self) -> &'static [Act] {
                let (first, many) = match self {
                    $(Point::$point => (const { Point::$point.first() }, $point::ALL.len())),+
                };
                Act::ALL.split_at(first).1.split_at(many).0
            }

            /// What is to be decided there, as one asks somebody.
            pub const fn question(self) -> &'static str {
                match self { $(Point::$point => $point::QUESTION),+ }
            }

            /// What is told apart by those who learn from decisions there.
            pub(in crate::conduct) const fn circumstances(self) -> &'static [Circumstance] {
                match self { $(Point::$point => $point::CIRCUMSTANCES),+ }
            }

            /// What somebody of that character does there, by luck.
            pub(in crate::conduct) fn built_in(
                self,
                situation: &Situation,
                traits: &Traits,
                feels: Feels,
                roll: &mut Stream,
            ) -> Act {
                match self {
                    $(Point::$point => {
                        Act::$point($point::built_in(situation, traits, feels, roll))
                    })+
                }
            }

            /// What a conscientious person does there.
            pub(in crate::conduct) fn expert(self, situation: &Situation, feels: Feels) -> Act {
                match self { $(Point::$point => Act::$point($point::expert(situation, feels))),+ }
            }
        }

        impl Act {
            /// Every act, by its number.
            pub const ALL: &'static [Act] = &{
                let mut all = [[$(Act::$point($point::ALL[0])),+][0]; ACTS];
                let mut number = 0;
                $(
                    let mut act = 0;
                    while act < $point::ALL.len() {
                        all[number] = Act::$point($point::ALL[act]);
                        (number, act) = (number + 1, act + 1);
                    }
                )+
                all
            };

            /// Its number: that of a head's output, and its bit in a mask.
            pub const fn number(self) -> usize {
                match self {
                    $(Act::$point(act) => (const { Point::$point.first() }) + act.number()),+
                }
            }

            /// The word used in files.
            pub const fn word(self) -> &'static str {
                match self { $(Act::$point(act) => act.word()),+ }
            }

            /// What it is, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Act::$point(act) => act.meaning()),+ }
            }

            /// Whether a situation at its point leaves it open.
            pub(in crate::conduct) fn possible(self, situation: &Situation) -> bool {
                match self { $(Act::$point(act) => act.possible(situation)),+ }
            }

            /// What it brings by itself, at once.
            pub(in crate::conduct) fn brings(self, situation: &Situation) -> Brought {
                match self { $(Act::$point(act) => act.brings(situation)),+ }
            }

            /// What it counts of the one who has chosen it.
            pub(in crate::conduct) fn count(self, situation: &Situation, counts: &mut Counts) {
                match self { $(Act::$point(act) => act.count(situation, counts)),+ }
            }
        }

        $(
            impl From<$point> for Act {
                fn from(act: $point) -> Self {
                    Act::$point(act)
                }
            }

            impl PartialEq<$point> for Act {
                fn eq(&self, act: &$point) -> bool {
                    *self == Act::$point(*act)
                }
            }
        )+
    };
}
pub(super) use registry;
