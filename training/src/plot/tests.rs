use super::canvas::number;
use super::*;
use crate::files::write_whole;
use crate::seed::{Use, stream};
use std::path::PathBuf;

fn learning() -> Vec<Series> {
    let mut noise = stream(3, Use::Noise, 0);
    [
        "PPO, shared parameters",
        "GAIL (60 demonstrations)",
        "DRAIL, paired noise",
        "BC",
        "discrete SAC",
        "GRPO",
    ]
    .iter()
    .enumerate()
    .map(|(i, name)| {
        let points: Vec<_> = (0..60)
            .map(|t| {
                let x = f64::from(t) * 8_500.0;
                let top = 500.0 - 60.0 * i as f64;
                (
                    x,
                    top * (1.0 - (-x / (60_000.0 + 30_000.0 * i as f64)).exp())
                        + 8.0 * f64::from(noise.normal()),
                )
            })
            .collect();
        let band = points
            .iter()
            .map(|(x, y)| (y - 30.0 + x / 30_000.0, y + 25.0))
            .collect();
        Series {
            name: (*name).to_owned(),
            points,
            band,
        }
    })
    .collect()
}

fn table() -> (Vec<String>, Vec<Estimates>) {
    let categories = [
        "Base",
        "+ behaviour cloning",
        "+ offline RL (IQL)",
        "+ online RL (PPO)",
        "+ GAIL",
        "+ DRAIL",
    ];
    let values = |shift: f64| {
        (0..6)
            .map(|i| {
                let estimate = 0.42 / (1.0 + f64::from(i)) + shift;
                (i != 2 || shift == 0.0).then_some(Interval {
                    estimate,
                    low: estimate - 0.04,
                    high: estimate + 0.05,
                })
            })
            .collect()
    };
    let series = [("full demonstrations", 0.0), ("a quarter of them", 0.07)];
    let series = series.map(|(name, shift)| Estimates {
        name: name.to_owned(),
        values: values(shift),
    });
    (categories.map(str::to_owned).to_vec(), series.to_vec())
}

fn reward() -> Map {
    let (columns, rows) = (120, 100);
    let value = |i: usize| {
        let (s, a) = (
            (i % columns) as f64 / columns as f64,
            (i / columns) as f64 / rows as f64 * 3.0 - 1.5,
        );
        let off: f64 = a - (std::f64::consts::TAU * 2.0 * s).sin();
        4.0 * (-off * off * 6.0).exp() - 2.0
    };
    let dots = (0..80)
        .map(|i| f64::from(i) / 80.0)
        .map(|s| (s, (std::f64::consts::TAU * 2.0 * s).sin()))
        .collect();
    Map {
        values: (0..columns * rows).map(value).collect(),
        columns,
        rows,
        x: (0.0, 1.0),
        y: (-1.5, 1.5),
        dots,
        meaning: "reward".to_owned(),
    }
}

/// One plot of each kind.
fn all() -> [(&'static str, String); 3] {
    let labels = Labels::new(
        "CartPole-v1: return while learning",
        "environment steps",
        "episodic return",
    );
    let (categories, series) = table();
    let norms = Labels::new(
        "Norm violations by stage",
        "violations per decision (95 % interval, 20 seeds)",
        "",
    )
    .with_reference("built-in rule", 0.25);
    let sine = Labels::new("DRAIL: learned reward on the sine task", "state", "action");
    [
        (
            "curves",
            curves(
                &labels.with_reference("published (490)", 490.0),
                &learning(),
            )
            .unwrap(),
        ),
        (
            "estimates",
            estimates(&norms, &categories, &series).unwrap(),
        ),
        ("map", map(&sine, &reward()).unwrap()),
    ]
}

#[test]
fn plots_are_whole_and_the_same_each_time() {
    let dir = tempfile::tempdir().unwrap();
    for ((name, svg), (_, again)) in all().iter().zip(all()) {
        assert_eq!(*svg, again);
        assert!(
            svg.starts_with("<svg")
                && svg.trim_end().ends_with("</svg>")
                && !svg.contains("NaN")
                && !svg.contains("inf")
        );
        let path = std::env::var_os("PLOTS")
            .map_or_else(|| dir.path().to_owned(), PathBuf::from)
            .join(format!("{name}.svg"));
        write_whole(&path, svg).unwrap();
        assert_eq!(std::fs::read_to_string(path).unwrap(), *svg);
    }
}

#[test]
fn what_is_named_is_there() {
    let [(_, curves), (_, estimates), (_, map)] = all();
    for name in [
        "CartPole-v1: return while learning",
        "environment steps",
        "episodic return",
        "GRPO",
        "published (490)",
        "100k",
    ] {
        assert!(curves.contains(name), "{name}");
    }
    for name in [
        "Norm violations by stage",
        "a quarter of them",
        "+ DRAIL",
        "built-in rule",
        "0.42 [0.38, 0.47]",
    ] {
        assert!(estimates.contains(name), "{name}");
    }
    for name in ["state", "action", "reward", "−1.5"] {
        assert!(map.contains(name), "{name}");
    }
}

#[test]
fn odd_data_is_drawn_or_refused() {
    let labels = Labels::new("odd <& \"> title", "x", "y");
    let one = |points: Vec<(f64, f64)>, band| {
        curves(
            &labels,
            &[Series {
                name: "<s>".to_owned(),
                points,
                band,
            }],
        )
    };
    let svg = one(vec![(1.0, 1.0)], vec![]).unwrap();
    assert!(svg.contains("&lt;s&gt;") && svg.contains("odd &lt;&amp;"));
    for points in [
        vec![(0.0, 5.0), (1.0, 5.0)],
        vec![(0.0, -1e300), (1.0, 1e300)],
        vec![(1e9, 1e-300), (1e9 + 1.0, 0.0)],
    ] {
        let svg = one(points, vec![]).unwrap();
        assert!(!svg.contains("NaN"));
    }
    assert!(matches!(curves(&labels, &[]), Err(PlotError::Empty { .. })));
    assert!(matches!(one(vec![], vec![]), Err(PlotError::Empty { .. })));
    assert!(matches!(
        one(vec![(0.0, f64::NAN)], vec![]),
        Err(PlotError::NotFinite { at: 1, .. })
    ));
    assert!(matches!(
        one(vec![(0.0, 1.0)], vec![(0.0, 1.0); 2]),
        Err(PlotError::Shape {
            expected: 1,
            found: 2,
            ..
        })
    ));
    assert!(matches!(
        one(vec![(0.0, 1.0)], vec![(0.0, f64::INFINITY)]),
        Err(PlotError::NotFinite { .. })
    ));
    let nan = labels.clone().with_reference("r", f64::NAN);
    assert!(curves(&nan, &learning()).is_err());

    let none = Estimates {
        name: "n".to_owned(),
        values: vec![None],
    };
    assert!(
        estimates(
            &labels,
            &["a very ".repeat(30)],
            std::slice::from_ref(&none)
        )
        .is_ok()
    );
    assert!(matches!(
        estimates(&labels, &[], &[none]),
        Err(PlotError::Empty { .. })
    ));
    assert!(matches!(
        estimates(&labels, &["c".to_owned()], &[Estimates::default()]),
        Err(PlotError::Shape { .. })
    ));

    assert!(matches!(
        map(&labels, &Map::default()),
        Err(PlotError::Empty { .. })
    ));
    assert!(matches!(
        map(
            &labels,
            &Map {
                rows: 7,
                ..reward()
            }
        ),
        Err(PlotError::Shape { .. })
    ));
    assert!(matches!(
        map(
            &labels,
            &Map {
                x: (1.0, 1.0),
                ..reward()
            }
        ),
        Err(PlotError::Empty { .. })
    ));
    let flat = Map {
        values: vec![3.0; 4],
        columns: 2,
        rows: 2,
        ..reward()
    };
    assert!(map(&labels, &flat).is_ok());
}

#[test]
fn numbers_are_written_short() {
    for (value, decimals, large, text) in [
        (0.30000000000000004, 1, false, "0.3"),
        (-0.0, 1, false, "0.0"),
        (-12.5, 1, false, "−12.5"),
        (500_000.0, 0, true, "500k"),
        (1_250_000.0, 0, true, "1.25M"),
        (0.0, 0, true, "0"),
        (5e9, 0, true, "5G"),
    ] {
        assert_eq!(number(value, decimals, large), text);
    }
    let ticks: Vec<String> = Axis::new((0.0, 1.0), 5)
        .ticks()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(ticks, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
}
