//! What is made of the list of the measures in [`super`]: the measures as one type and what is
//! counted for them as another, and what every room may ask of them without knowing which they are.

/// Declares the list: what a measure is, its variant, and its file, in which the type of what is
/// counted for it has the variant's name.
macro_rules! registry {
    ($($(#[doc = $meaning:literal])+ $measure:ident($module:ident);)+) => {
        $(pub use $module::$measure;)+

        collegium_core::named! {
            /// A norm or skill measured over a run.
            Measure { $($(#[doc = $meaning])+ $measure = stringify!($module)),+ }
        }

        impl Measure {
            /// How much is counted for the measures that stand before it in the list.
            const fn first(self) -> usize {
                let counted = [$($measure::ALL.len()),+];
                let (mut first, mut before) = (0, 0);
                while before < self as usize {
                    first += counted[before];
                    before += 1;
                }
                first
            }

            /// Whether a greater value is the better conduct.
            pub const fn more_is_better(self) -> bool {
                match self { $(Measure::$measure => $measure::MORE_IS_BETTER),+ }
            }

            /// What the counts of so many people × days come to; none where nothing was due.
            fn value(self, counts: &Counts, person_days: f64) -> Option<f64> {
                match self { $(Measure::$measure => $measure::value(counts, person_days)),+ }
            }
        }

        /// Something that is counted for each person.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Count {
            /// Decisions at decision points.
            Decisions,
            $(
                #[doc = concat!("For the measure `", stringify!($module), "`.")]
                $measure($measure),
            )+
        }

        /// How much is counted.
        const COUNTS: usize = 1 $(+ $measure::ALL.len())+;

        impl Count {
            /// Everything that is counted, by its number.
            pub const ALL: &'static [Count] = &{
                let mut all = [Count::Decisions; COUNTS];
                let mut number = 1;
                $(
                    let mut counted = 0;
                    while counted < $measure::ALL.len() {
                        all[number] = Count::$measure($measure::ALL[counted]);
                        (number, counted) = (number + 1, counted + 1);
                    }
                )+
                all
            };

            /// Its place in [`Counts`].
            const fn number(self) -> usize {
                match self {
                    Count::Decisions => 0,
                    $(Count::$measure(counted) => {
                        (const { 1 + Measure::$measure.first() }) + counted.number()
                    })+
                }
            }

            /// The word for it, which no other count has.
            pub const fn word(self) -> &'static str {
                match self {
                    Count::Decisions => "decisions",
                    $(Count::$measure(counted) => counted.word()),+
                }
            }
        }

        impl Counts {
            /// Counts what an event means for the one whom it happens to.
            pub(in crate::conduct) fn happened(&mut self, event: &SimEvent) {
                $($measure::count(event, self);)+
            }

            /// Counts somebody's coming to a commitment.
            pub(in crate::conduct) fn came(&mut self, what: Engagement, late: bool) {
                $($measure::came(what, late, self);)+
            }

            /// Counts the end of a commitment.
            pub(in crate::conduct) fn was_due(&mut self, what: Engagement, came: bool) {
                $($measure::was_due(what, came, self);)+
            }

            /// Counts so many minutes of somebody's time.
            pub(in crate::conduct) fn lived(&mut self, look: &Look, minutes: u32) {
                $($measure::lived(look, minutes, self);)+
            }

            /// Counts how much closer somebody has come to the others, in points.
            pub(in crate::conduct) fn closer(&mut self, points: f32) {
                $($measure::closer(points, self);)+
            }

            /// Counts how much more somebody understands of their courses than so many hours before, in
            /// percentage points.
            pub(in crate::conduct) fn understood(&mut self, points: f32, hours: u32) {
                $($measure::understood(points, hours, self);)+
            }
        }

        $(impl From<$measure> for Count {
            fn from(counted: $measure) -> Self {
                Count::$measure(counted)
            }
        })+
    };
}
pub(super) use registry;
