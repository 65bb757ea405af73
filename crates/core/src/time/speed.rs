//! How fast simulated time runs beside real time.

/// The speeds a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Speed {
    /// One simulated second per second.
    Real,
    /// Ten times as fast.
    #[default]
    Tenfold,
    /// A simulated minute per second.
    Minute,
    /// Ten simulated minutes per second.
    TenMinutes,
    /// As fast as the machine can.
    Fastest,
}

impl Speed {
    /// All speeds from the slowest to the fastest: the keys 1 to 5.
    pub const ALL: [Speed; 5] = [
        Speed::Real,
        Speed::Tenfold,
        Speed::Minute,
        Speed::TenMinutes,
        Speed::Fastest,
    ];

    /// Simulated seconds per real second; none for as fast as possible.
    pub const fn factor(self) -> Option<f32> {
        match self {
            Speed::Real => Some(1.0),
            Speed::Tenfold => Some(10.0),
            Speed::Minute => Some(60.0),
            Speed::TenMinutes => Some(600.0),
            Speed::Fastest => None,
        }
    }

    /// How many times faster than real time it is, as the button says it.
    pub const fn label(self) -> &'static str {
        match self {
            Speed::Real => "1×",
            Speed::Tenfold => "10×",
            Speed::Minute => "60×",
            Speed::TenMinutes => "600×",
            Speed::Fastest => "max",
        }
    }

    /// Reads `1`, `10`, `60`, `600` or `max`, with or without an `x`.
    ///
    /// # Errors
    /// For anything else, saying what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        let word = text.trim().trim_end_matches(['x', '×']);
        match word {
            "1" => Ok(Speed::Real),
            "10" => Ok(Speed::Tenfold),
            "60" => Ok(Speed::Minute),
            "600" => Ok(Speed::TenMinutes),
            "ma" | "max" => Ok(Speed::Fastest),
            _ => Err("expected 1, 10, 60, 600 or max".to_owned()),
        }
    }
}
