//! What plots are drawn with: places, colours, axes and texts, on plotters' SVG backend.

use super::{Labels, PlotError};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// Sizes of text, in pixels.
pub(super) const TITLE: i32 = 19;
const LABEL: i32 = 15;
pub(super) const SMALL: i32 = 13;
/// Height of a line of the legend.
const LINE: i32 = 24;

/// A place in pixels, from the top left.
pub(super) type Place = (i32, i32);

/// Where text stands by its place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    /// It begins at the place and goes right.
    Left,
    /// Its middle is at the place.
    Middle,
    /// It ends at the place.
    Right,
}

/// A colour, by what is drawn in it.
#[derive(Clone, Copy)]
pub(super) enum Paint {
    /// The curve of a series, by its number.
    Series(usize),
    /// The interval of a series, by its number.
    Faint(usize),
    /// A share of the scale of a map, in [0, 1].
    Heat(f64),
    /// Points upon a map.
    Dark,
}

impl Paint {
    pub(super) fn series(i: usize) -> Self {
        Paint::Series(i)
    }

    /// The same series, for its interval.
    pub(super) fn faint(self) -> Self {
        match self {
            Paint::Series(i) => Paint::Faint(i),
            other => other,
        }
    }

    fn colour(self) -> RGBAColor {
        /// Okabe and Ito's colours without yellow, which is too faint on white.
        const SERIES: [RGBColor; 7] = [
            RGBColor(0x00, 0x72, 0xB2),
            RGBColor(0xD5, 0x5E, 0x00),
            RGBColor(0x00, 0x9E, 0x73),
            RGBColor(0xCC, 0x79, 0xA7),
            RGBColor(0xE6, 0x9F, 0x00),
            RGBColor(0x56, 0xB4, 0xE9),
            RGBColor(0x33, 0x33, 0x33),
        ];
        match self {
            Paint::Series(i) => SERIES[i % SERIES.len()].to_rgba(),
            Paint::Faint(i) => SERIES[i % SERIES.len()].mix(0.17),
            Paint::Heat(share) => heat(share),
            Paint::Dark => RGBColor(0x11, 0x11, 0x11).mix(0.75),
        }
    }
}

/// The viridis scale (Smith and van der Walt, CC0) between eleven of its colours: even in
/// lightness, and for any colour vision.
fn heat(share: f64) -> RGBAColor {
    const SCALE: [[u8; 3]; 11] = [
        [0x44, 0x01, 0x54],
        [0x48, 0x24, 0x75],
        [0x41, 0x44, 0x87],
        [0x35, 0x5F, 0x8D],
        [0x2A, 0x78, 0x8E],
        [0x21, 0x91, 0x8C],
        [0x22, 0xA8, 0x84],
        [0x44, 0xBF, 0x70],
        [0x7A, 0xD1, 0x51],
        [0xBD, 0xDF, 0x26],
        [0xFD, 0xE7, 0x25],
    ];
    let at = share.clamp(0.0, 1.0) * (SCALE.len() - 1) as f64;
    let (low, high) = (SCALE[at.floor() as usize], SCALE[at.ceil() as usize]);
    let [r, g, b] = std::array::from_fn(|i| {
        (f64::from(low[i]) + (f64::from(high[i]) - f64::from(low[i])) * at.fract()) as u8
    });
    RGBColor(r, g, b).to_rgba()
}

/// A rough width of a text, on the wide side, since fonts are not known.
pub(super) fn text_width(text: &str, size: i32) -> i32 {
    (text.chars().count() as f64 * f64::from(size) * 0.58).ceil() as i32
}

/// A text of at most `most` characters.
pub(super) fn fit(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars()
        .take(most.saturating_sub(1))
        .chain(['…'])
        .collect()
}

/// A number as short as it can be said with so many decimals; thousands as k, millions as M where
/// `large`.
pub(super) fn number(value: f64, decimals: usize, large: bool) -> String {
    let (value, unit) = match value.abs() {
        v if large && v >= 1e12 => return format!("{value:.2e}"),
        v if large && v >= 1e9 => (value / 1e9, "G"),
        v if large && v >= 1e6 => (value / 1e6, "M"),
        v if large && v >= 1e3 => (value / 1e3, "k"),
        _ => (value, ""),
    };
    let decimals = if unit.is_empty() { decimals } else { 2 };
    let mut text = format!("{value:.decimals$}");
    if !unit.is_empty() && text.contains('.') {
        text = text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    // A proper minus, and none before zero.
    let text = if text
        .trim_start_matches('-')
        .bytes()
        .all(|b| b == b'0' || b == b'.')
    {
        text.trim_start_matches('-').to_owned()
    } else {
        text.replace('-', "−")
    };
    text + unit
}

/// An axis: round values within a range.
pub(super) struct Axis {
    ticks: Vec<f64>,
    decimals: usize,
    large: bool,
}

impl Axis {
    /// About as many ticks as asked for.
    pub(super) fn new((low, high): (f64, f64), about: u32) -> Self {
        let rough = (high / f64::from(about) - low / f64::from(about)).max(f64::MIN_POSITIVE);
        let power = rough.log10().floor();
        let ten = 10.0_f64.powf(power);
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|m| m * ten)
            .find(|s| *s >= rough * 0.999)
            .unwrap_or(rough);
        // A step that vanishes beside the values themselves makes no ticks but the ends.
        let first = (low / step).ceil();
        let mut ticks: Vec<f64> = (0..=20)
            .map(|i| (first + f64::from(i)) * step)
            .filter(|t| (low..=high).contains(t))
            .collect();
        ticks.dedup();
        if ticks.is_empty() || !step.is_normal() {
            ticks = vec![low, high];
        }
        let decimals = (-step.log10().floor()).clamp(0.0, 9.0) as usize;
        Self {
            ticks,
            decimals,
            large: low.abs().max(high.abs()) >= 10_000.0,
        }
    }

    /// Values and their names.
    pub(super) fn ticks(&self) -> impl Iterator<Item = (f64, String)> {
        self.ticks
            .iter()
            .map(|t| (*t, number(*t, self.decimals, self.large)))
    }

    /// A value with a decimal more than ticks have.
    pub(super) fn write(&self, value: f64) -> String {
        number(value, (self.decimals + 1).min(9), self.large)
    }

    /// Width of the widest name.
    pub(super) fn widest(&self) -> i32 {
        self.ticks()
            .map(|(_, name)| text_width(&name, SMALL))
            .max()
            .unwrap_or(0)
    }
}

/// Where a plot lies in pixels, and what it spans.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
    pub(super) x: (f64, f64),
    pub(super) y: (f64, f64),
}

impl Frame {
    /// Where a point of the plot lies in the picture.
    pub(super) fn at(&self, (x, y): (f64, f64)) -> Place {
        // Halved, so that spans of the largest numbers stay finite.
        let share =
            |v: f64, (low, high): (f64, f64)| (v / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        let across = f64::from(self.right - self.left) * share(x, self.x);
        let up = f64::from(self.bottom - self.top) * share(y, self.y);
        (
            self.left + across.round() as i32,
            self.bottom - up.round() as i32,
        )
    }
}

/// Names of the legend as they are written, and the places of their marks.
fn legend(labels: &Labels, names: &[&str], width: i32) -> Vec<(String, Place)> {
    let reference = labels.reference.iter().map(|(name, _)| name.as_str());
    let (mut x, mut y) = (28, 0);
    let mut placed = Vec::new();
    for name in names.iter().copied().chain(reference) {
        let name = fit(name, 48);
        let wide = 34 + text_width(&name, SMALL) + 18;
        if x > 28 && x + wide > width - 20 {
            (x, y) = (28, y + LINE);
        }
        placed.push((name, (x, y)));
        x += wide;
    }
    placed
}

/// Height of title and legend: where the plot begins.
pub(super) fn head_height(labels: &Labels, names: &[&str], width: i32) -> i32 {
    let lines = legend(labels, names, width)
        .last()
        .map_or(0, |(_, (_, y))| y + LINE);
    60 + lines
}

/// What is drawn upon.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    labels: &'a Labels,
    width: i32,
}

const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
const GREY: RGBColor = RGBColor(0x55, 0x55, 0x55);
const AXIS: RGBColor = RGBColor(0x99, 0x99, 0x99);
const GRID: RGBColor = RGBColor(0xE6, 0xE6, 0xE6);

impl<'a> Canvas<'a> {
    pub(super) fn new(svg: &'a mut String, labels: &'a Labels, width: i32, height: i32) -> Self {
        let area = SVGBackend::with_string(svg, (width as u32, height as u32)).into_drawing_area();
        Self {
            area,
            labels,
            width,
        }
    }

    fn draw<E>(&mut self, element: &E) -> Result<(), PlotError>
    where
        for<'b> &'b E: plotters::element::PointCollection<'b, Place>,
        E: plotters::element::Drawable<SVGBackend<'a>>,
    {
        self.area.draw(element).map_err(|e| self.failed(&e))
    }

    fn failed(&self, why: &dyn std::error::Error) -> PlotError {
        PlotError::Draw {
            plot: self.labels.title.clone(),
            why: why.to_string(),
        }
    }

    fn write(
        &mut self,
        text: &str,
        at: Place,
        size: i32,
        colour: RGBColor,
        how: (HPos, bool, FontStyle),
    ) -> Result<(), PlotError> {
        let (across, upright, style) = how;
        // plotters writes a font of less than the size it is given.
        let mut font = ("sans-serif", f64::from(size) * 1.24)
            .into_font()
            .style(style);
        if upright {
            font = font.transform(FontTransform::Rotate270);
        }
        let style = TextStyle::from(font)
            .color(&colour)
            .pos(Pos::new(across, VPos::Center));
        self.draw(&Text::new(text.to_owned(), at, style))
    }

    /// Text beside a place, centred on its height.
    pub(super) fn text(
        &mut self,
        text: &str,
        at: Place,
        anchor: Anchor,
        size: i32,
    ) -> Result<(), PlotError> {
        let across = match anchor {
            Anchor::Left => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::Right => HPos::Right,
        };
        self.write(text, at, size, INK, (across, false, FontStyle::Normal))
    }

    /// Text that runs upwards about a place.
    pub(super) fn upright(&mut self, text: &str, at: Place) -> Result<(), PlotError> {
        self.write(
            text,
            at,
            LABEL,
            GREY,
            (HPos::Center, true, FontStyle::Normal),
        )
    }

    /// White ground, title and legend (with dots or lines as marks); gives the height at which the
    /// plot begins.
    pub(super) fn head(&mut self, names: &[&str], dots: bool) -> Result<i32, PlotError> {
        self.area.fill(&WHITE).map_err(|e| self.failed(&e))?;
        let title = fit(
            &self.labels.title,
            ((self.width - 56) as f64 / (f64::from(TITLE) * 0.57)) as usize,
        );
        self.write(
            &title,
            (28, 28),
            TITLE,
            INK,
            (HPos::Left, false, FontStyle::Bold),
        )?;
        for (i, (name, (x, y))) in legend(self.labels, names, self.width)
            .into_iter()
            .enumerate()
        {
            let y = y + 50 + LINE / 2;
            if i >= names.len() {
                self.dashes((x, y), (x + 26, y))?;
            } else if dots {
                self.dot((x + 13, y), Paint::Series(i), 5)?;
            } else {
                self.line(vec![(x, y), (x + 26, y)], Paint::Series(i), 3)?;
            }
            self.text(&name, (x + 34, y), Anchor::Left, SMALL)?;
        }
        Ok(head_height(self.labels, names, self.width))
    }

    /// Grid, ticks and names of the axes; no ticks on the vertical one where it is `None`.
    pub(super) fn axes(
        &mut self,
        frame: &Frame,
        x: &Axis,
        y: Option<&Axis>,
    ) -> Result<(), PlotError> {
        for (value, name) in x.ticks() {
            let across = frame.at((value, frame.y.0)).0;
            self.line_in(vec![(across, frame.top), (across, frame.bottom)], GRID, 1)?;
            self.text(&name, (across, frame.bottom + 16), Anchor::Middle, SMALL)?;
        }
        for (value, name) in y.into_iter().flat_map(Axis::ticks) {
            let up = frame.at((frame.x.0, value)).1;
            self.line_in(vec![(frame.left, up), (frame.right, up)], GRID, 1)?;
            self.text(&name, (frame.left - 9, up), Anchor::Right, SMALL)?;
        }
        self.line_in(
            vec![
                (frame.left, frame.top),
                (frame.left, frame.bottom),
                (frame.right, frame.bottom),
            ],
            AXIS,
            1,
        )?;
        let below = ((frame.left + frame.right) / 2, frame.bottom + 42);
        let named = self.labels.x.clone();
        self.write(
            &fit(&named, 90),
            below,
            LABEL,
            GREY,
            (HPos::Center, false, FontStyle::Normal),
        )?;
        if y.is_some() {
            let room = f64::from(frame.bottom - frame.top + 40) / (f64::from(LABEL) * 0.58);
            let named = fit(&self.labels.y, room as usize);
            self.upright(&named, (20, (frame.top + frame.bottom) / 2))?;
        }
        Ok(())
    }

    fn line_in(
        &mut self,
        points: Vec<Place>,
        colour: RGBColor,
        width: u32,
    ) -> Result<(), PlotError> {
        self.draw(&PathElement::new(points, colour.stroke_width(width)))
    }

    /// A line through points.
    pub(super) fn line(
        &mut self,
        points: Vec<Place>,
        paint: Paint,
        width: u32,
    ) -> Result<(), PlotError> {
        self.draw(&PathElement::new(
            points,
            paint.colour().stroke_width(width),
        ))
    }

    /// A thin grey line.
    pub(super) fn rule(&mut self, from: Place, to: Place) -> Result<(), PlotError> {
        self.line_in(vec![from, to], GRID, 1)
    }

    /// A dashed line, level or upright.
    pub(super) fn dashes(&mut self, from: Place, to: Place) -> Result<(), PlotError> {
        let long = f64::from((to.0 - from.0).pow(2) + (to.1 - from.1).pow(2)).sqrt();
        let at = |far: f64| {
            let share = if long > 0.0 {
                (far / long).min(1.0)
            } else {
                0.0
            };
            let along = |a: i32, b: i32| a + (f64::from(b - a) * share).round() as i32;
            (along(from.0, to.0), along(from.1, to.1))
        };
        let mut far = 0.0;
        while far < long {
            self.line_in(vec![at(far), at(far + 6.0)], GREY, 2)?;
            far += 10.0;
        }
        Ok(())
    }

    /// An interval: a level line with ends.
    pub(super) fn whisker(
        &mut self,
        from: Place,
        to: Place,
        paint: Paint,
    ) -> Result<(), PlotError> {
        self.line(vec![from, to], paint, 2)?;
        for (x, y) in [from, to] {
            self.line(vec![(x, y - 4), (x, y + 4)], paint, 2)?;
        }
        Ok(())
    }

    /// Fills a polygon.
    pub(super) fn fill(&mut self, points: Vec<Place>, paint: Paint) -> Result<(), PlotError> {
        self.draw(&Polygon::new(points, paint.colour().filled()))
    }

    /// Fills a rectangle.
    pub(super) fn block(&mut self, from: Place, to: Place, paint: Paint) -> Result<(), PlotError> {
        self.draw(&Rectangle::new([from, to], paint.colour().filled()))
    }

    /// Fills a disc.
    pub(super) fn dot(&mut self, at: Place, paint: Paint, radius: i32) -> Result<(), PlotError> {
        self.draw(&Circle::new(at, radius, paint.colour().filled()))
    }

    /// Draws the border of a frame.
    pub(super) fn outline(&mut self, f: &Frame) -> Result<(), PlotError> {
        let corners = vec![
            (f.left, f.top),
            (f.right, f.top),
            (f.right, f.bottom),
            (f.left, f.bottom),
            (f.left, f.top),
        ];
        self.line_in(corners, AXIS, 1)
    }

    /// Writes the picture.
    pub(super) fn finish(self) -> Result<(), PlotError> {
        self.area.present().map_err(|e| self.failed(&e))
    }
}
