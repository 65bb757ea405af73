//! The open ground of Northmoor: streets between the quarters, the avenue from the gate to the
//! green, the lake, and the outdoor places.

use crate::{
    map::outdoors::{Grounds, outdoor_place},
    scene::{Rect, Scene},
};

/// How far its plaza lies from where that of Larkmoor does, in columns and rows.
pub const PLAZA_SHIFT: (i32, i32) = (97, 76);

/// How far its gate lies from where that of Larkmoor does.
pub const GATE_SHIFT: (i32, i32) = (97, 184);

/// Gravel ways: streets, and paths to the doors.
const GRAVEL: [Rect; 78] = [
    Rect::new(3, 39, 330, 3),
    Rect::new(3, 83, 330, 3),
    Rect::new(3, 161, 330, 3),
    Rect::new(3, 206, 134, 3),
    Rect::new(137, 204, 28, 2),
    Rect::new(280, 249, 2, 3),
    Rect::new(296, 249, 2, 3),
    Rect::new(312, 249, 2, 3),
    Rect::new(199, 206, 134, 3),
    Rect::new(3, 246, 330, 3),
    Rect::new(3, 276, 330, 2),
    Rect::new(67, 39, 3, 239),
    Rect::new(266, 39, 3, 239),
    Rect::new(135, 39, 2, 239),
    Rect::new(199, 39, 2, 239),
    Rect::new(3, 122, 132, 3),
    Rect::new(201, 119, 66, 3),
    Rect::new(268, 109, 62, 2),
    Rect::new(268, 130, 62, 2),
    Rect::new(331, 109, 2, 54),
    Rect::new(129, 118, 14, 5),
    Rect::new(197, 118, 15, 5),
    Rect::new(1, 39, 2, 239),
    Rect::new(333, 39, 2, 239),
    Rect::new(139, 106, 26, 2),
    Rect::new(169, 106, 30, 2),
    Rect::new(139, 158, 60, 3),
    Rect::new(169, 202, 30, 2),
    Rect::new(137, 221, 62, 2),
    Rect::new(137, 240, 62, 2),
    Rect::new(169, 185, 9, 2),
    Rect::new(163, 166, 2, 40),
    Rect::new(57, 200, 2, 6),
    Rect::new(323, 200, 2, 6),
    Rect::new(57, 38, 2, 1),
    Rect::new(125, 38, 2, 1),
    Rect::new(255, 38, 2, 1),
    Rect::new(323, 38, 2, 1),
    Rect::new(57, 80, 2, 3),
    Rect::new(125, 80, 2, 3),
    Rect::new(255, 80, 2, 3),
    Rect::new(323, 80, 2, 3),
    Rect::new(57, 245, 2, 1),
    Rect::new(125, 245, 2, 1),
    Rect::new(255, 245, 2, 1),
    Rect::new(323, 245, 2, 1),
    Rect::new(23, 121, 2, 1),
    Rect::new(91, 121, 2, 1),
    Rect::new(23, 157, 2, 4),
    Rect::new(237, 118, 2, 1),
    Rect::new(237, 152, 2, 9),
    Rect::new(304, 129, 2, 1),
    Rect::new(99, 155, 2, 6),
    Rect::new(299, 160, 2, 1),
    Rect::new(167, 36, 2, 1),
    Rect::new(28, 273, 2, 3),
    Rect::new(84, 205, 2, 1),
    Rect::new(117, 205, 2, 1),
    Rect::new(217, 205, 2, 1),
    Rect::new(250, 205, 2, 1),
    Rect::new(192, 220, 2, 1),
    Rect::new(155, 220, 2, 1),
    Rect::new(147, 105, 2, 1),
    Rect::new(191, 105, 2, 1),
    Rect::new(176, 201, 2, 1),
    Rect::new(190, 239, 2, 1),
    Rect::new(155, 238, 2, 2),
    Rect::new(175, 238, 2, 2),
    Rect::new(108, 275, 2, 1),
    Rect::new(238, 275, 2, 1),
    Rect::new(175, 219, 2, 2),
    Rect::new(192, 200, 2, 2),
    Rect::new(175, 275, 2, 1),
    Rect::new(149, 269, 2, 7),
    Rect::new(143, 32, 2, 7),
    Rect::new(192, 32, 2, 7),
    Rect::new(55, 270, 2, 6),
    Rect::new(325, 270, 2, 6),
];

/// Flagged ways: the avenue, and squares before great doors.
const FLAGS: [Rect; 11] = [
    Rect::new(165, 83, 4, 27),
    Rect::new(165, 130, 4, 151),
    Rect::new(0, 281, 336, 1),
    Rect::new(161, 277, 12, 4),
    Rect::new(152, 83, 30, 4),
    Rect::new(86, 205, 30, 4),
    Rect::new(219, 205, 30, 4),
    Rect::new(141, 118, 14, 5),
    Rect::new(179, 118, 20, 5),
    Rect::new(161, 37, 14, 3),
    Rect::new(178, 184, 12, 3),
];

/// Beds of flowers.
const BEDS: [Rect; 30] = [
    Rect::new(156, 112, 2, 2),
    Rect::new(176, 112, 2, 2),
    Rect::new(156, 126, 2, 2),
    Rect::new(176, 126, 2, 2),
    Rect::new(153, 88, 9, 1),
    Rect::new(172, 88, 9, 1),
    Rect::new(142, 116, 8, 1),
    Rect::new(186, 116, 8, 1),
    Rect::new(142, 124, 8, 1),
    Rect::new(186, 124, 8, 1),
    Rect::new(140, 134, 6, 2),
    Rect::new(150, 140, 6, 2),
    Rect::new(176, 134, 6, 2),
    Rect::new(188, 140, 6, 2),
    Rect::new(163, 134, 2, 8),
    Rect::new(169, 134, 2, 8),
    Rect::new(163, 146, 2, 8),
    Rect::new(169, 146, 2, 8),
    Rect::new(75, 43, 8, 1),
    Rect::new(100, 43, 8, 1),
    Rect::new(205, 43, 8, 1),
    Rect::new(230, 43, 8, 1),
    Rect::new(10, 43, 8, 1),
    Rect::new(40, 43, 8, 1),
    Rect::new(275, 43, 8, 1),
    Rect::new(300, 43, 8, 1),
    Rect::new(163, 210, 2, 8),
    Rect::new(163, 226, 2, 8),
    Rect::new(163, 250, 2, 8),
    Rect::new(169, 250, 2, 8),
];

/// The courts for ball games.
pub const COURTS: [Rect; 3] = [
    Rect::new(275, 252, 12, 10),
    Rect::new(291, 252, 12, 10),
    Rect::new(307, 252, 12, 10),
];

/// The paving of the plaza.
const PLAZA: Rect = Rect::new(155, 110, 24, 20);

/// Lawns where one sits and rests.
pub const LAWNS: [(&str, Rect); 6] = [
    ("West Green", Rect::new(137, 131, 27, 27)),
    ("East Green", Rect::new(170, 131, 28, 27)),
    ("Lake Park", Rect::new(137, 164, 26, 40)),
    ("West Meadow", Rect::new(123, 250, 12, 25)),
    ("East Meadow", Rect::new(253, 250, 12, 25)),
    ("Tern Lawn", Rect::new(203, 90, 8, 68)),
];

/// The open ground.
pub const GROUNDS: Grounds = Grounds {
    gravel: &GRAVEL,
    flags: &FLAGS,
    slabs: &[PLAZA],
    beds: &BEDS,
    courts: &COURTS,
    road: Rect::new(0, 282, 336, 2),
    crossing: 166,
    rosette: (159, 112),
    ponds: &[
        [149.0, 176.0, 10.0, 7.0],
        [152.0, 188.0, 9.0, 8.0],
        [146.5, 196.0, 7.0, 5.5],
        [155.0, 181.0, 6.5, 6.0],
    ],
};

/// Records the outdoor places.
pub fn places(scene: &mut Scene) {
    outdoor_place(scene, "Moor Plaza", "plaza", PLAZA, 400);
    for (name, rect) in LAWNS {
        outdoor_place(scene, name, "lawn", rect, 250);
    }
    for (number, rect) in (1..).zip(COURTS) {
        let name = format!("Sports Court {number}");
        let around = Rect::new(rect.x, rect.y - 1, rect.w, rect.h + 1);
        outdoor_place(scene, &name, "lawn", around, 40);
    }
    let gate = Rect::new(64 + GATE_SHIFT.0, 95 + GATE_SHIFT.1, 12, 3);
    outdoor_place(scene, "Main Gate", "gate", gate, 10000);
}
