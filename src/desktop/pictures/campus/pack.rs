//! Packing pictures onto a few large pages, in shelves of pictures of about the same height.

use crate::desktop::pictures::{
    mips,
    pixels::{Area, Flips, Pixels},
};
use bevy::image::Image;
use std::cmp::Reverse;

/// The largest side of a page, in pixels.
const LARGEST: u32 = 4096;

/// The smallest width of a page, in pixels.
const SMALLEST: u32 = 256;

/// What is left clear around a picture, in pixels, and what pictures begin at multiples of, so that
/// the smaller copies of a page do not mix neighbours.
const PAD: u32 = 8;

/// How many times a page is halved.
const LEVELS: u32 = 3;

/// Where a picture lies on the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The number of the page.
    pub page: usize,
    /// Its part of the page.
    pub area: Area,
}

/// Where pictures of these sizes lie on pages, and how large the pages are.
///
/// # Errors
/// The size of a picture that is too large for a page.
fn places(sizes: &[(u32, u32)]) -> Result<(Vec<Cut>, Vec<(u32, u32)>), (u32, u32)> {
    let room = |side: u32| (side + PAD).next_multiple_of(PAD);
    if let Some(size) = sizes
        .iter()
        .find(|(w, h)| PAD + room(*w) > LARGEST || PAD + room(*h) > LARGEST)
    {
        return Err(*size);
    }
    let area: u64 = sizes
        .iter()
        .map(|(w, h)| u64::from(room(*w)) * u64::from(room(*h)))
        .sum();
    let widest = sizes.iter().map(|(w, _)| PAD + room(*w)).max().unwrap_or(0);
    let mut width = SMALLEST.max(widest.next_power_of_two());
    while width < LARGEST && u64::from(width) * u64::from(width) < area + area / 8 {
        width *= 2;
    }
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|i| (Reverse(sizes[*i].1), Reverse(sizes[*i].0), *i));
    let mut cuts: Vec<Option<Cut>> = vec![None; sizes.len()];
    let mut pages: Vec<(u32, u32)> = Vec::new();
    // Where the next picture begins, and where the next shelf does.
    let (mut x, mut y, mut below) = (PAD, PAD, PAD);
    for i in order {
        let (w, h) = sizes[i];
        if x + room(w) > width {
            (x, y) = (PAD, below);
        }
        if pages.is_empty() || y + room(h) > LARGEST {
            pages.push((width, 0));
            (x, y, below) = (PAD, PAD, PAD);
        }
        let page = pages.len() - 1;
        let area = Area { x, y, w, h };
        cuts[i] = Some(Cut { page, area });
        x += room(w);
        below = below.max(y + room(h));
        pages[page].1 = pages[page].1.max(below);
    }
    Ok((cuts.into_iter().flatten().collect(), pages))
}

/// Packs pictures onto pages, which are ready to be shown, and says where each lies.
///
/// # Errors
/// When a picture is too large, in a sentence.
pub(super) fn pack(pictures: &[Pixels]) -> Result<(Vec<Image>, Vec<Cut>), String> {
    let sizes: Vec<(u32, u32)> = pictures.iter().map(|p| (p.width, p.height)).collect();
    let (cuts, sizes) = places(&sizes).map_err(|(w, h)| {
        format!("a picture of {w} × {h} pixels is too large; expected at most {LARGEST} with rims")
    })?;
    let mut pages = Vec::new();
    for (number, (width, height)) in sizes.into_iter().enumerate() {
        let mut page = Pixels::clear(width, height);
        for (cut, picture) in cuts.iter().zip(pictures) {
            if cut.page == number {
                let whole = Area {
                    x: 0,
                    y: 0,
                    ..cut.area
                };
                let (x, y) = (cut.area.x as i32, cut.area.y as i32);
                page.lay(picture, whole, x, y, Flips::default());
            }
        }
        pages.push(mips::texture(mips::chain(page, LEVELS)));
    }
    Ok((pages, cuts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: &Cut, b: &Cut) -> bool {
        let clear = |a: u32, wide: u32, b: u32| a + wide + PAD <= b;
        a.page != b.page
            || clear(a.area.x, a.area.w, b.area.x)
            || clear(b.area.x, b.area.w, a.area.x)
            || clear(a.area.y, a.area.h, b.area.y)
            || clear(b.area.y, b.area.h, a.area.y)
    }

    #[test]
    fn pictures_lie_apart_on_the_page() {
        let sizes: Vec<(u32, u32)> = (0..300u32)
            .map(|n| (1 + n * 37 % 120, 1 + n * 53 % 200))
            .collect();
        let (cuts, pages) = places(&sizes).unwrap();
        assert_eq!(pages.len(), 1);
        for (i, a) in cuts.iter().enumerate() {
            assert_eq!((a.area.w, a.area.h), sizes[i]);
            assert!(a.area.x >= PAD && a.area.y >= PAD);
            assert!(a.area.x % PAD == 0 && a.area.y % PAD == 0);
            assert!(a.area.x + a.area.w + PAD <= pages[0].0);
            assert!(a.area.y + a.area.h + PAD <= pages[0].1);
            assert!(cuts[..i].iter().all(|b| apart(a, b)), "picture {i}");
        }
    }

    #[test]
    fn what_does_not_fit_goes_onto_another_page() {
        let (cuts, pages) = places(&[(3000, 3000), (3000, 2000), (8, 8)]).unwrap();
        assert_eq!(cuts.iter().map(|c| c.page).collect::<Vec<_>>(), [0, 1, 1]);
        assert!(pages.iter().all(|(w, h)| *w <= LARGEST && *h <= LARGEST));
        assert_eq!(places(&[(8, 8), (4090, 8)]), Err((4090, 8)));
        assert_eq!(places(&[]), Ok((Vec::new(), Vec::new())));
    }

    #[test]
    fn pictures_are_found_where_they_were_put() {
        let mut picture = Pixels::clear(2, 3);
        picture.put(1, 2, [1, 2, 3, 255]);
        let (pages, cuts) = pack(&[Pixels::clear(5, 5), picture]).unwrap();
        let (page, area) = (&pages[cuts[1].page], cuts[1].area);
        assert_eq!(page.texture_descriptor.mip_level_count, LEVELS + 1);
        let at = ((area.y + 2) * page.width() + area.x + 1) as usize * 4;
        let data = page.data.as_ref().unwrap();
        assert_eq!(data[at..at + 4], [1, 2, 3, 255]);
    }
}
