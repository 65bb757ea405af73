//! The bare figure of a person: which part of the body owns each pixel of a frame.
//!
//! Skin and clothes are all cut from this one map, so that a sleeve always sits on its arm and a
//! hand is never hidden by the shirt behind it.

use super::mask::{HEIGHT, Ink, Layer, Mask, Shade, WIDTH, neighbours};

/// First row of the lying pose that a blanket hides.
pub const BLANKET: i32 = 25;

/// Where a person looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Facing {
    /// Towards the viewer.
    Down,
    /// To the left of the picture.
    Left,
    /// To the right of the picture.
    Right,
    /// Away from the viewer.
    Up,
}

/// What a person's body does in a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pose {
    /// Standing, which is also the passing moment of a step.
    Stand,
    /// A step with the left (or near) leg in front.
    StepA,
    /// A step with the other leg in front.
    StepB,
    /// Sitting, as on a chair.
    Sit,
    /// Lying on the back.
    Lie,
    /// Speaking with a raised hand.
    Talk,
    /// Both hands up.
    Cheer,
    /// Holding an open book.
    Read,
}

/// Every drawn frame of a sheet: column, row, facing and pose.
pub const FRAMES: [(i32, i32, Facing, Pose); 24] = {
    use Facing::{Down, Left, Right, Up};
    use Pose::{Cheer, Lie, Read, Sit, Stand, StepA, StepB, Talk};
    [
        (0, 0, Down, Stand),
        (1, 0, Down, StepA),
        (2, 0, Down, Stand),
        (3, 0, Down, StepB),
        (0, 1, Left, Stand),
        (1, 1, Left, StepA),
        (2, 1, Left, Stand),
        (3, 1, Left, StepB),
        (0, 2, Right, Stand),
        (1, 2, Right, StepA),
        (2, 2, Right, Stand),
        (3, 2, Right, StepB),
        (0, 3, Up, Stand),
        (1, 3, Up, StepA),
        (2, 3, Up, Stand),
        (3, 3, Up, StepB),
        (0, 4, Down, Sit),
        (1, 4, Left, Sit),
        (2, 4, Right, Sit),
        (3, 4, Up, Sit),
        (0, 5, Down, Lie),
        (1, 5, Down, Talk),
        (2, 5, Down, Cheer),
        (3, 5, Down, Read),
    ]
};

/// A kind of body part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Skull, face and ears.
    Head,
    /// Chest and belly.
    Torso,
    /// Below the waist.
    Hips,
    /// Hip to ankle.
    Leg,
    /// Below the ankle.
    Foot,
    /// Shoulder to wrist.
    Arm,
    /// Below the wrist.
    Hand,
    /// The book of the reading pose, which hides what is behind it.
    Book,
}

/// The topmost body part at a pixel.
#[derive(Clone, Copy)]
pub struct Cell {
    /// Which kind of part.
    pub kind: Kind,
    /// The part's place in the drawing order; higher is nearer.
    part: u8,
    /// How far along a limb, from 0 at the trunk to 1 at its end.
    pub along: f32,
    /// Light on the part, without its outline.
    shade: Shade,
}

/// The figure of a person in one frame: which part of the body is at each pixel.
pub struct Figure {
    /// Where the person looks.
    pub facing: Facing,
    /// What the body does.
    pub pose: Pose,
    /// How far head and trunk are moved down from where they are when standing.
    pub drop: i32,
    cells: Vec<Option<Cell>>,
    parts: u8,
}

/// The skull seen from the front or from behind, ears included.
pub fn skull_front() -> Mask {
    let skull = Mask::symmetric(
        8,
        &[
            5, 7, 8, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 8, 7, 5,
        ],
    );
    skull.or(Mask::symmetric(17, &[11, 11, 11, 11]))
}

/// The skull seen from the side, looking left.
pub fn skull_side() -> Mask {
    let top = [
        (10, 21),
        (8, 23),
        (7, 24),
        (7, 25),
        (6, 25),
        (6, 26),
        (6, 26),
        (6, 26),
        (6, 26),
        (6, 26),
        (6, 26),
    ];
    let jaw = [
        (5, 26),
        (5, 25),
        (6, 25),
        (7, 24),
        (7, 22),
        (8, 20),
        (10, 18),
    ];
    Mask::rows(8, &top).or(Mask::rows(19, &jaw))
}

impl Figure {
    /// Builds the figure of a frame.
    pub fn new(facing: Facing, pose: Pose) -> Figure {
        let drop = match pose {
            Pose::StepA | Pose::StepB => 1,
            Pose::Sit => 5,
            Pose::Lie => -5,
            _ => 0,
        };
        let cells = vec![None; (WIDTH * HEIGHT) as usize];
        let mut figure = Figure {
            facing,
            pose,
            drop,
            cells,
            parts: 0,
        };
        match facing {
            Facing::Left | Facing::Right => figure.build_side(),
            Facing::Down | Facing::Up => figure.build_front(),
        }
        if pose == Pose::Lie {
            for (x, y) in Mask::rect(0, BLANKET, WIDTH - 1, HEIGHT - 1).pixels() {
                figure.cells[(y * WIDTH + x) as usize] = None;
            }
        }
        figure
    }

    /// Whether the frame is the mirror image of the left-looking drawing.
    pub fn flipped(&self) -> bool {
        self.facing == Facing::Right
    }

    /// Whether the person is seen from the side.
    pub fn is_side(&self) -> bool {
        matches!(self.facing, Facing::Left | Facing::Right)
    }

    /// Brings a set drawn for a standing, left-looking trunk or head to where this frame has it.
    pub fn place(&self, mask: Mask) -> Mask {
        let moved = mask.moved(0, self.drop);
        if self.flipped() {
            moved.mirrored()
        } else {
            moved
        }
    }

    /// The part that owns a pixel.
    pub fn cell(&self, x: i32, y: i32) -> Option<Cell> {
        if (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y) {
            self.cells[(y * WIDTH + x) as usize]
        } else {
            None
        }
    }

    /// All pixels whose topmost part satisfies a condition.
    pub fn select(&self, condition: impl Fn(&Cell) -> bool) -> Mask {
        let mut mask = Mask::EMPTY;
        for (x, y) in Mask::rect(0, 0, WIDTH - 1, HEIGHT - 1).pixels() {
            if self.cell(x, y).is_some_and(|cell| condition(&cell)) {
                mask.add(x, y);
            }
        }
        mask
    }

    /// The pixels of arms, hands and book, which hang or are held before everything else.
    pub fn arms(&self) -> Mask {
        self.select(|cell| matches!(cell.kind, Kind::Arm | Kind::Hand | Kind::Book))
    }

    /// The pixels that hair and hats must leave free because a raised arm is in front of them.
    pub fn raised(&self) -> Mask {
        match self.pose {
            Pose::Talk | Pose::Cheer | Pose::Read => self.arms(),
            _ => Mask::EMPTY,
        }
    }

    /// A copy of the chosen pixels as skin or cloth: lit from the top left, outlined towards the
    /// outside, with a softer line where a part lies before another or where the cloth ends.
    pub fn cut(&self, chosen: Mask) -> Layer {
        let mut layer = Layer::new();
        for (x, y) in chosen.pixels() {
            let Some(cell) = self.cell(x, y) else {
                continue;
            };
            let mut shade = cell.shade;
            for (nx, ny) in neighbours(x, y) {
                match self.cell(nx, ny) {
                    // A sleeper's trunk goes on under the blanket.
                    None if self.pose == Pose::Lie && ny > y && ny == BLANKET => {}
                    None => shade = Shade::Outline,
                    Some(other) if other.part < cell.part => {
                        let line = if cell.kind == Kind::Head {
                            Shade::Outline
                        } else {
                            Shade::Dark
                        };
                        shade = shade.min(line);
                    }
                    Some(other) if !chosen.has(nx, ny) && other.part == cell.part => {
                        shade = shade.min(Shade::Dark)
                    }
                    Some(_) => {}
                }
            }
            layer.put(x, y, Some(Ink::Ramp(shade)));
        }
        layer
    }

    /// Adds a part in front of what is there.
    fn add(&mut self, kind: Kind, mask: Mask, far: bool, along: impl Fn(i32, i32) -> f32) {
        self.parts += 1;
        let mask = if self.flipped() {
            mask.mirrored()
        } else {
            mask
        };
        let flipped = self.flipped();
        for (x, y) in mask.pixels() {
            let lit = if kind == Kind::Head {
                head_light(x, y - self.drop)
            } else {
                trunk_light(&mask, x, y)
            };
            let under_chin = kind == Kind::Torso && y <= 27 + self.drop;
            let shade = if far || under_chin { lit.darker() } else { lit };
            let along = along(if flipped { WIDTH - 1 - x } else { x }, y);
            self.cells[(y * WIDTH + x) as usize] = Some(Cell {
                kind,
                part: self.parts,
                along,
                shade,
            });
        }
    }

    /// Adds a part that is no limb.
    fn solid(&mut self, kind: Kind, mask: Mask) {
        self.add(kind, mask, false, |_, _| 0.0);
    }

    /// Adds a limb: a pen of the given size drawn along a line of top left corners.
    fn limb(&mut self, kind: Kind, path: &[(i32, i32)], (w, h): (i32, i32), far: bool) {
        let stamps = trace(path);
        let mut mask = Mask::EMPTY;
        for &(x, y) in &stamps {
            mask = mask.or(Mask::pen(x, y, w, h));
        }
        let last = (stamps.len() - 1).max(1) as f32;
        let along = |px: i32, py: i32| {
            let distance = |&(_, &(x, y)): &(usize, &(i32, i32))| {
                (2 * (px - x) - w + 1).pow(2) + (2 * (py - y) - h + 1).pow(2)
            };
            stamps
                .iter()
                .enumerate()
                .min_by_key(distance)
                .map_or(0.0, |(i, _)| i as f32 / last)
        };
        self.add(kind, mask, far, along);
    }

    /// An arm with its hand; `right` draws it on the right of the picture from the left arm's
    /// points.
    fn arm(&mut self, path: &[(i32, i32)], hand: (i32, i32), right: bool, far: bool) {
        let side = |(x, y): (i32, i32)| if right { (WIDTH - 4 - x, y) } else { (x, y) };
        let path: Vec<_> = path.iter().copied().map(side).collect();
        self.limb(Kind::Arm, &path, (4, 4), far);
        let (x, y) = side(hand);
        self.add(Kind::Hand, Mask::pen(x, y, 4, 4), far, |_, _| 1.0);
    }

    /// A leg seen from the front, with its foot.
    fn front_leg(&mut self, top: i32, foot: i32, right: bool) {
        let x = if right { 16 } else { 10 };
        self.limb(Kind::Leg, &[(x, top), (x, foot - 2)], (6, 4), false);
        let x = if right { 16 } else { 9 };
        self.add(Kind::Foot, Mask::pen(x, foot, 7, 4), false, |_, _| 1.0);
    }

    fn build_front(&mut self) {
        let d = self.drop;
        let back = self.facing == Facing::Up;
        let sitting = self.pose == Pose::Sit;
        let hips = Mask::symmetric(35 + d, &[6, 6, 6, 6]);
        if sitting && back {
            self.solid(Kind::Hips, Mask::symmetric(36 + d, &[6, 7, 7, 7, 7, 6]));
        } else if sitting {
            self.solid(Kind::Hips, hips);
            self.front_leg(38, 43, false);
            self.front_leg(38, 43, true);
        } else if self.pose != Pose::Lie {
            // Seen from behind, the leg in front of the body is the farther one: same frames, same
            // feet.
            let (left, right) = match self.pose {
                Pose::StepA => (43, 40),
                Pose::StepB => (40, 43),
                _ => (43, 43),
            };
            self.front_leg(36, left, false);
            self.front_leg(36, right, true);
            self.solid(Kind::Hips, hips.minus(Mask::rect(15, 38 + d, 16, 38 + d)));
        }
        self.solid(
            Kind::Torso,
            Mask::symmetric(25 + d, &[5, 6, 7, 7, 6, 6, 6, 6, 6, 6, 6]),
        );
        if !matches!(self.pose, Pose::Talk | Pose::Cheer | Pose::Read) {
            self.front_arms(sitting && !back);
        } else if self.pose == Pose::Talk {
            self.arm(&[(7, 27), (7, 31)], (7, 33), false, false);
        } else if self.pose == Pose::Read {
            self.arm(&[(7, 27), (7, 30), (8, 32)], (9, 32), false, false);
            self.arm(&[(7, 27), (7, 30), (8, 32)], (9, 32), true, false);
            self.solid(Kind::Book, Mask::symmetric(29, &[7, 8, 8, 8, 8, 8, 8, 7]));
            for right in [false, true] {
                let x = if right { 22 } else { 6 };
                self.add(Kind::Hand, Mask::pen(x, 32, 4, 4), false, |_, _| 1.0);
            }
        }
        let head = skull_front().moved(0, d);
        self.solid(Kind::Head, head);
        if self.pose == Pose::Talk {
            self.arm(&[(7, 27), (3, 29), (1, 23)], (1, 21), true, false);
        } else if self.pose == Pose::Cheer {
            for right in [false, true] {
                self.arm(&[(7, 27), (3, 23), (1, 14)], (1, 12), right, false);
            }
        }
    }

    fn front_arms(&mut self, on_knees: bool) {
        let d = self.drop;
        for right in [false, true] {
            // The arm swings against the leg of its side; a hand that swings away is seen higher
            // up.
            let forward = self.pose == if right { Pose::StepA } else { Pose::StepB };
            let stepping = matches!(self.pose, Pose::StepA | Pose::StepB);
            let (path, hand) = match (on_knees, stepping, forward) {
                (true, ..) => ([(7, 27 + d), (8, 31 + d)], (9, 33 + d)),
                (_, true, true) => ([(7, 27 + d), (8, 31 + d)], (8, 33 + d)),
                (_, true, false) => ([(7, 27 + d), (6, 29 + d)], (6, 30 + d)),
                _ => ([(7, 27 + d), (7, 31 + d)], (7, 33 + d)),
            };
            self.arm(&path, hand, right, false);
        }
    }

    /// A leg seen from the side, with its foot.
    fn side_leg(&mut self, path: &[(i32, i32)], foot: (i32, i32), far: bool) {
        self.limb(Kind::Leg, path, (6, 5), far);
        self.add(Kind::Foot, Mask::pen(foot.0, foot.1, 8, 4), far, |_, _| 1.0);
    }

    fn build_side(&mut self) {
        let d = self.drop;
        let (far_arm, near_arm) = match self.pose {
            Pose::StepA => (
                Some(([(14, 28), (10, 31)], (9, 32))),
                ([(15, 28), (18, 31)], (19, 33)),
            ),
            Pose::StepB => (
                Some(([(15, 28), (18, 31)], (19, 32))),
                ([(15, 28), (11, 31)], (9, 33)),
            ),
            Pose::Sit => (None, ([(15, 33), (13, 36)], (10, 37))),
            _ => (None, ([(15, 27), (15, 31)], (14, 33))),
        };
        if let Some((path, hand)) = far_arm {
            self.arm(&path, hand, false, true);
        }
        match self.pose {
            Pose::StepA => {
                self.side_leg(&[(14, 36), (18, 40)], (18, 42), true);
                self.side_leg(&[(13, 36), (9, 40)], (7, 43), false);
            }
            Pose::StepB => {
                self.side_leg(&[(13, 36), (9, 40)], (7, 43), true);
                self.side_leg(&[(14, 36), (18, 40)], (18, 42), false);
            }
            Pose::Sit => {
                self.side_leg(&[(14, 38), (8, 38), (8, 40)], (6, 43), true);
                self.side_leg(&[(15, 38), (9, 38), (9, 40)], (7, 43), false);
            }
            _ => {
                self.side_leg(&[(12, 36), (12, 40)], (9, 43), true);
                self.side_leg(&[(13, 36), (13, 40)], (11, 43), false);
            }
        }
        let hips = [(12, 20), (12, 20), (12, 20), (13, 19)];
        self.solid(Kind::Hips, Mask::rows(35 + d, &hips));
        let torso = [
            (12, 20),
            (11, 20),
            (11, 21),
            (11, 21),
            (11, 21),
            (11, 21),
            (12, 21),
            (12, 20),
            (12, 20),
            (12, 20),
        ];
        self.solid(Kind::Torso, Mask::rows(26 + d, &torso));
        let (path, hand) = near_arm;
        self.arm(&path, hand, false, false);
        self.solid(Kind::Head, skull_side().moved(0, d));
    }
}

/// Light on the head, which is a ball lit from the top left.
fn head_light(x: i32, y: i32) -> Shade {
    let (nx, ny) = ((x as f32 - 15.5) / 10.5, (y as f32 - 16.5) / 9.5);
    let light = -0.6 * nx - 0.75 * ny;
    let rim = nx * nx + ny * ny;
    if light > 0.35 && rim < 0.55 {
        Shade::Highlight
    } else if light < -0.42 && rim > 0.66 {
        Shade::Mid
    } else {
        Shade::Light
    }
}

/// Light on trunk and limbs, which are columns lit from the left.
fn trunk_light(mask: &Mask, x: i32, y: i32) -> Shade {
    let (x0, x1) = mask.extent(y).unwrap_or((x, x));
    let across = (x - x0) as f32 / (x1 - x0).max(1) as f32;
    if across < 0.36 {
        Shade::Light
    } else if across < 0.76 {
        Shade::Mid
    } else {
        Shade::Dark
    }
}

/// Every point of a line of points, in steps of one pixel.
fn trace(path: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut points = vec![path[0]];
    for pair in path.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let steps = (x1 - x0).abs().max((y1 - y0).abs());
        for i in 1..=steps {
            let step =
                |a: i32, b: i32| a + ((b - a) as f32 * i as f32 / steps as f32).round() as i32;
            points.push((step(x0, x1), step(y0, y1)));
        }
    }
    points
}
