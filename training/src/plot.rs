//! Plots as SVG: learning curves, estimates with their intervals, and maps of two variables.
//!
//! White ground, light grid, the palette of Okabe and Ito, which people of any colour vision can
//! tell apart, and legends that stand above the plot, where they cover nothing. Fonts are those of
//! whoever looks at it.

mod canvas;

use canvas::{Axis, Canvas, Frame, Paint, fit, text_width};
use serde::{Deserialize, Serialize};

use crate::stats::Interval;

/// Why there is no plot.
#[derive(Debug, thiserror::Error)]
pub enum PlotError {
    /// There is nothing to draw.
    #[error("plot {plot:?}: {what} is empty")]
    Empty {
        /// The title of the plot.
        plot: String,
        /// The list that is empty.
        what: String,
    },
    /// A number is not finite.
    #[error("plot {plot:?}: entry {at} of {what} is not a finite number")]
    NotFinite {
        /// The title of the plot.
        plot: String,
        /// The list it stands in.
        what: String,
        /// Which entry, from 0.
        at: usize,
    },
    /// Lengths do not fit together.
    #[error("plot {plot:?}: {what} needs {expected} entries, found {found}")]
    Shape {
        /// The title of the plot.
        plot: String,
        /// The list whose length is wrong.
        what: String,
        /// Its length as it should be.
        expected: usize,
        /// The length that it has.
        found: usize,
    },
    /// The picture could not be drawn or written.
    #[error("plot {plot:?} could not be drawn: {why}")]
    Draw {
        /// The title of the plot.
        plot: String,
        /// What the system said.
        why: String,
    },
}

/// What stands around a plot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// What stands above the plot.
    pub title: String,
    /// What is along the horizontal axis, with its unit.
    pub x: String,
    /// What is along the vertical axis, with its unit.
    pub y: String,
    /// A value to compare with, drawn as a dashed line, and its name: a published number.
    pub reference: Option<(String, f64)>,
}

impl Labels {
    /// A title and the names of both axes.
    pub fn new(title: &str, x: &str, y: &str) -> Self {
        Self {
            title: title.to_owned(),
            x: x.to_owned(),
            y: y.to_owned(),
            reference: None,
        }
    }

    /// The same with a value to compare with, drawn as a dashed line, and its name.
    pub fn with_reference(mut self, name: &str, value: f64) -> Self {
        self.reference = Some((name.to_owned(), value));
        self
    }

    fn check(
        &self,
        what: impl Into<String>,
        mut numbers: impl Iterator<Item = f64>,
    ) -> Result<(), PlotError> {
        match numbers.position(|x| !x.is_finite()) {
            Some(at) => Err(PlotError::NotFinite {
                plot: self.title.clone(),
                what: what.into(),
                at,
            }),
            None => Ok(()),
        }
    }

    fn some(&self, what: impl Into<String>, len: usize) -> Result<(), PlotError> {
        if len == 0 {
            Err(PlotError::Empty {
                plot: self.title.clone(),
                what: what.into(),
            })
        } else {
            Ok(())
        }
    }

    fn length(
        &self,
        what: impl Into<String>,
        expected: usize,
        found: usize,
    ) -> Result<(), PlotError> {
        if expected == found {
            return Ok(());
        }
        Err(PlotError::Shape {
            plot: self.title.clone(),
            what: what.into(),
            expected,
            found,
        })
    }

    fn reference_value(&self) -> Result<Option<f64>, PlotError> {
        self.check("the reference", self.reference.iter().map(|(_, v)| *v))?;
        Ok(self.reference.as_ref().map(|(_, v)| *v))
    }
}

/// A curve with its name, and an interval around it where there is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// The curve's name in the legend.
    pub name: String,
    /// Its points, in the order of their first numbers.
    pub points: Vec<(f64, f64)>,
    /// Lower and upper end of the interval at each point; empty for none.
    pub band: Vec<(f64, f64)>,
}

/// Named estimates, one for each category.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimates {
    /// Their name in the legend.
    pub name: String,
    /// An estimate and its interval for each category; `None` where there is none.
    pub values: Vec<Option<Interval>>,
}

/// A map of two variables.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Values, row by row from the bottom (lowest y) up, `rows × columns`.
    pub values: Vec<f64>,
    /// How many columns.
    pub columns: usize,
    /// How many rows.
    pub rows: usize,
    /// From where to where the columns reach.
    pub x: (f64, f64),
    /// From where to where the rows reach.
    pub y: (f64, f64),
    /// Points to draw upon the map, as what experts did.
    pub dots: Vec<(f64, f64)>,
    /// What the colours mean, with the unit.
    pub meaning: String,
}

/// From lowest to highest; (0, 1) for none.
fn extent(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| {
        (l.min(x), h.max(x))
    });
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

/// A range with a share of its length added on both sides; a range of no length gets some.
fn padded((low, high): (f64, f64), share: f64) -> (f64, f64) {
    // Halved first, so that the span of the largest numbers stays finite.
    let span = (high / 2.0 - low / 2.0) * 2.0;
    let pad = if span > 0.0 {
        span * share
    } else {
        (low.abs() * 0.1).max(0.5)
    };
    (low - pad, high + pad)
}

/// Learning curves, with bands for their intervals, as SVG. Colours begin again after seven series:
/// more are better shown apart.
///
/// # Errors
///
/// When there is no series or one is empty, a number is not finite, or a band has another length
/// than its points.
pub fn curves(labels: &Labels, series: &[Series]) -> Result<String, PlotError> {
    check_curves(labels, series)?;
    let reference = labels.reference_value()?;
    let x = extent(series.iter().flat_map(|s| s.points.iter().map(|p| p.0)));
    let x = if x.0 < x.1 { x } else { padded(x, 0.0) };
    let heights = series.iter().flat_map(|s| {
        s.points
            .iter()
            .map(|p| p.1)
            .chain(s.band.iter().flat_map(|(l, h)| [*l, *h]))
    });
    let y = padded(extent(heights.chain(reference)), 0.05);
    let mut svg = String::new();
    {
        let names: Vec<_> = series.iter().map(|s| s.name.as_str()).collect();
        // The plot itself is as high whatever stands above it.
        let height = canvas::head_height(labels, &names, 900) + 450;
        let mut canvas = Canvas::new(&mut svg, labels, 900, height);
        let top = canvas.head(&names, false)?;
        let axes = (Axis::new(x, 7), Axis::new(y, 6));
        let left = 56 + axes.1.widest();
        let frame = Frame {
            left,
            top,
            right: 872,
            bottom: height - 64,
            x,
            y,
        };
        canvas.axes(&frame, &axes.0, Some(&axes.1))?;
        for (i, s) in series.iter().enumerate() {
            s.draw_band(&mut canvas, &frame, Paint::series(i).faint())?;
        }
        if let Some(value) = reference {
            canvas.dashes(frame.at((x.0, value)), frame.at((x.1, value)))?;
        }
        for (i, s) in series.iter().enumerate() {
            s.draw_line(&mut canvas, &frame, Paint::series(i))?;
        }
        canvas.finish()?;
    }
    Ok(svg)
}

/// Refuses what cannot be drawn: no points, numbers that are not finite, bands of another length.
fn check_curves(labels: &Labels, series: &[Series]) -> Result<(), PlotError> {
    labels.some("the list of series", series.len())?;
    for s in series {
        labels.some(format!("series {:?}", s.name), s.points.len())?;
        labels.check(
            format!("series {:?}", s.name),
            s.points.iter().flat_map(|(x, y)| [*x, *y]),
        )?;
        labels.check(
            format!("the band of {:?}", s.name),
            s.band.iter().flat_map(|(l, h)| [*l, *h]),
        )?;
        if !s.band.is_empty() {
            labels.length(
                format!("the band of {:?}", s.name),
                s.points.len(),
                s.band.len(),
            )?;
        }
    }
    Ok(())
}

impl Series {
    /// The interval around the curve, where there is one.
    fn draw_band(
        &self,
        canvas: &mut Canvas<'_>,
        frame: &Frame,
        paint: Paint,
    ) -> Result<(), PlotError> {
        if self.band.is_empty() {
            return Ok(());
        }
        let along = |end: fn(&(f64, f64)) -> f64| {
            self.points
                .iter()
                .zip(&self.band)
                .map(move |(p, b)| (p.0, end(b)))
        };
        let back = along(|b| b.1).collect::<Vec<_>>().into_iter().rev();
        let outline = along(|b| b.0).chain(back);
        canvas.fill(outline.map(|p| frame.at(p)).collect(), paint)
    }

    /// The curve; a dot where it has one point only.
    fn draw_line(
        &self,
        canvas: &mut Canvas<'_>,
        frame: &Frame,
        paint: Paint,
    ) -> Result<(), PlotError> {
        canvas.line(self.points.iter().map(|p| frame.at(*p)).collect(), paint, 2)?;
        if let [only] = self.points[..] {
            canvas.dot(frame.at(only), paint, 4)?;
        }
        Ok(())
    }
}

/// Estimates with their intervals, a row for each category and series, with the numbers beside
/// them, as SVG.
///
/// # Errors
///
/// When there are no categories or series, a number is not finite, or a series has not as many
/// values as there are categories.
pub fn estimates(
    labels: &Labels,
    categories: &[String],
    series: &[Estimates],
) -> Result<String, PlotError> {
    check_estimates(labels, categories, series)?;
    let reference = labels.reference_value()?;
    let all = || series.iter().flat_map(|s| s.values.iter().flatten());
    let x = padded(extent(all().flat_map(ends).chain(reference)), 0.06);
    let axis = Axis::new(x, 6);
    let block = ROW * series.len() as i32 + 12;
    let names: Vec<_> = series
        .iter()
        .map(|s| s.name.as_str())
        .filter(|_| series.len() > 1)
        .collect();
    let height = canvas::head_height(labels, &names, 900) + block * categories.len() as i32 + 70;
    let widest = |texts: &mut dyn Iterator<Item = String>| {
        let widths = texts.map(|text| text_width(&text, canvas::SMALL));
        widths.max().unwrap_or(0)
    };
    let named: Vec<String> = categories.iter().map(|c| fit(c, 36)).collect();
    let left = 40 + widest(&mut named.iter().cloned());
    let beside = widest(&mut all().map(|v| written(&axis, v)));
    let mut svg = String::new();
    {
        let mut canvas = Canvas::new(&mut svg, labels, 900, height);
        let top = canvas.head(&names, true)?;
        let bottom = top + block * categories.len() as i32;
        let frame = Frame {
            left,
            top,
            right: (900 - 36 - beside).max(left + 120),
            bottom,
            x,
            y: (0.0, 1.0),
        };
        canvas.axes(&frame, &axis, None)?;
        if let Some(value) = reference {
            let across = frame.at((value, 0.0)).0;
            canvas.dashes((across, bottom), (across, top))?;
        }
        for (i, name) in named.iter().enumerate() {
            let upper = top + block * i as i32;
            if i > 0 {
                canvas.rule((24, upper), (900 - 24, upper))?;
            }
            let at = (left - 12, upper + block / 2);
            canvas.text(name, at, canvas::Anchor::Right, canvas::SMALL)?;
            for (j, s) in series.iter().enumerate() {
                if let Some(value) = &s.values[i] {
                    let middle = upper + 6 + ROW * j as i32 + ROW / 2;
                    draw_estimate(
                        &mut canvas,
                        (&frame, middle),
                        &axis,
                        value,
                        Paint::series(j),
                    )?;
                }
            }
        }
        canvas.finish()?;
    }
    Ok(svg)
}

/// The height of an estimate's row.
const ROW: i32 = 22;

/// Refuses what cannot be drawn: no categories or series, numbers that are not finite, series that
/// lack a category.
fn check_estimates(
    labels: &Labels,
    categories: &[String],
    series: &[Estimates],
) -> Result<(), PlotError> {
    labels.some("the list of categories", categories.len())?;
    labels.some("the list of series", series.len())?;
    for s in series {
        labels.length(
            format!("series {:?}", s.name),
            categories.len(),
            s.values.len(),
        )?;
        labels.check(
            format!("series {:?}", s.name),
            s.values.iter().flatten().flat_map(ends),
        )?;
    }
    Ok(())
}

fn ends(value: &Interval) -> [f64; 3] {
    [value.estimate, value.low, value.high]
}

/// An estimate and its interval in numbers.
fn written(axis: &Axis, value: &Interval) -> String {
    format!(
        "{} [{}, {}]",
        axis.write(value.estimate),
        axis.write(value.low),
        axis.write(value.high)
    )
}

/// An estimate with its interval, and its numbers beside the plot.
fn draw_estimate(
    canvas: &mut Canvas<'_>,
    (frame, middle): (&Frame, i32),
    axis: &Axis,
    value: &Interval,
    paint: Paint,
) -> Result<(), PlotError> {
    let across = |v: f64| (frame.at((v, 0.0)).0, middle);
    canvas.whisker(across(value.low), across(value.high), paint)?;
    canvas.dot(across(value.estimate), paint, 5)?;
    canvas.text(
        &written(axis, value),
        (900 - 24, middle),
        canvas::Anchor::Right,
        canvas::SMALL,
    )
}

/// A map of two variables in colours, with a scale beside it, as SVG.
///
/// # Errors
///
/// When the map is empty or not as large as it says, a number is not finite, or a range has no
/// length.
pub fn map(labels: &Labels, map: &Map) -> Result<String, PlotError> {
    labels.some("the map", map.values.len())?;
    labels.length(
        "the map",
        map.columns.saturating_mul(map.rows),
        map.values.len(),
    )?;
    labels.check("the map", map.values.iter().copied())?;
    labels.check(
        "the ranges",
        [map.x.0, map.x.1, map.y.0, map.y.1].into_iter(),
    )?;
    labels.check("the dots", map.dots.iter().flat_map(|(x, y)| [*x, *y]))?;
    for (what, (low, high)) in [
        ("the range of columns", map.x),
        ("the range of rows", map.y),
    ] {
        labels.some(what, usize::from(low < high))?;
    }
    let z = extent(map.values.iter().copied());
    let z = if z.0 < z.1 { z } else { padded(z, 0.0) };
    let share = |v: f64| ((v / 2.0 - z.0 / 2.0) / (z.1 / 2.0 - z.0 / 2.0)).clamp(0.0, 1.0);
    let scale = Axis::new(z, 6);
    let axes = (Axis::new(map.x, 6), Axis::new(map.y, 6));
    let mut svg = String::new();
    {
        let mut canvas = Canvas::new(&mut svg, labels, 760, 560);
        let top = canvas.head(&[], false)?;
        let left = 56 + axes.1.widest();
        let right = 760 - 100 - scale.widest();
        let frame = Frame {
            left,
            top,
            right,
            bottom: 560 - 64,
            x: map.x,
            y: map.y,
        };
        canvas.axes(&frame, &axes.0, Some(&axes.1))?;
        cells(&mut canvas, &frame, map, share)?;
        for dot in &map.dots {
            if (map.x.0..=map.x.1).contains(&dot.0) && (map.y.0..=map.y.1).contains(&dot.1) {
                canvas.dot(frame.at(*dot), Paint::Dark, 2)?;
            }
        }
        canvas.outline(&frame)?;
        let bar = Frame {
            left: right + 24,
            right: right + 42,
            x: (0.0, 1.0),
            y: z,
            ..frame
        };
        for y in bar.top..bar.bottom {
            let at = f64::from(bar.bottom - 1 - y) / f64::from((bar.bottom - bar.top - 1).max(1));
            canvas.block((bar.left, y), (bar.right, y + 1), Paint::Heat(at))?;
        }
        canvas.outline(&bar)?;
        for (value, name) in scale.ticks() {
            let y = bar.at((0.0, value)).1;
            canvas.rule((bar.right, y), (bar.right + 5, y))?;
            canvas.text(
                &name,
                (bar.right + 9, y),
                canvas::Anchor::Left,
                canvas::SMALL,
            )?;
        }
        let middle = (bar.top + bar.bottom) / 2;
        canvas.upright(&fit(&map.meaning, 50), (760 - 16, middle))?;
        canvas.finish()?;
    }
    Ok(svg)
}

/// The cells of a map: each row in runs of one colour, since most neighbours are alike.
fn cells(
    canvas: &mut Canvas,
    frame: &Frame,
    map: &Map,
    share: impl Fn(f64) -> f64,
) -> Result<(), PlotError> {
    /// Colours told apart.
    const SHADES: f64 = 96.0;
    let column = |i: usize| {
        frame.left
            + ((frame.right - frame.left) as f64 * i as f64 / map.columns as f64).round() as i32
    };
    let row = |i: usize| {
        frame.bottom
            - ((frame.bottom - frame.top) as f64 * i as f64 / map.rows as f64).round() as i32
    };
    for (j, values) in map.values.chunks(map.columns).enumerate() {
        let shades: Vec<i32> = values
            .iter()
            .map(|v| (share(*v) * SHADES).round() as i32)
            .collect();
        let mut from = 0;
        for run in shades.chunk_by(|a, b| a == b) {
            let to = from + run.len();
            canvas.block(
                (column(from), row(j + 1)),
                (column(to), row(j)),
                Paint::Heat(f64::from(run[0]) / SHADES),
            )?;
            from = to;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
