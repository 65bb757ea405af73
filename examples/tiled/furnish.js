// Edits a map by Tiled's own scripting: puts a desk with a chair into every bedroom that has room for
// them, and saves the map. docs/maps.md tells how it is run, in the window and without one.
//
// Nothing but Tiled's interface is used (https://www.mapeditor.org/docs/scripting), as of Tiled 1.8.

const KIND = "bedroom";
const DESK = { set: "study", picture: /home-desk-oak-1\.png$/ };
const CHAIR = { set: "seats", picture: /\/chair-teal-up\.png$/, spot: "desk" };

/// The layers of a map or group, those in groups too.
function layersOf(parent) {
    let found = [];
    for (let i = 0; i < parent.layerCount; i++) {
        const layer = parent.layerAt(i);
        found = found.concat(layer.isGroupLayer ? layersOf(layer) : [layer]);
    }
    return found;
}

/// The tile of a picture in one of the map's tilesets.
function pieceOf(map, wanted) {
    const set = map.tilesets.find(set => set.name === wanted.set);
    const tile = set && set.tiles.find(tile => wanted.picture.test(tile.imageFileName));
    if (!tile) throw new Error("the map has no piece " + wanted.picture + " in a tileset " + wanted.set);
    return tile;
}

/// What an enumeration or plain text says.
function word(value) {
    return value && value.value !== undefined ? value.value : value;
}

/// The cells of a room on which something stands or through which a door leads.
function taken(map, layers, room) {
    const cells = new Set();
    for (const layer of layers) {
        if (!layer.isObjectLayer) continue;
        for (const object of layer.objects) {
            if (object.type === "place" || object.type === "building") continue;
            // A piece lies above its point, a door opens onto the cells before and behind it.
            const reach = object.tile && object.tile.type === "door" ? map.tileHeight : 0;
            const top = object.tile ? object.y - object.height : object.y;
            for (let y = top - reach + 1; y < Math.max(top + object.height, top + 2) + reach; y += map.tileHeight / 2) {
                for (let x = object.x + 1; x < Math.max(object.x + object.width, object.x + 2); x += map.tileWidth / 2) {
                    cells.add(Math.floor(x / map.tileWidth) + "," + Math.floor(y / map.tileHeight));
                }
            }
        }
    }
    return (x, y) => cells.has(x + "," + y);
}

function put(map, layer, tile, x, y, spot) {
    const piece = new MapObject();
    piece.tile = tile;
    piece.x = x * map.tileWidth;
    piece.y = (y + 1) * map.tileHeight;
    piece.width = tile.width;
    piece.height = tile.height;
    if (spot) piece.setProperty("spot", spot);
    layer.addObject(piece);
}

/// Furnishes every bedroom; gives how many desks were put.
function furnish(map) {
    const layers = layersOf(map);
    const objects = layers.filter(layer => layer.isObjectLayer);
    const furniture = objects.find(layer => layer.name === "furniture") || objects[0];
    const desk = pieceOf(map, DESK), chair = pieceOf(map, CHAIR);
    let count = 0;
    for (const layer of objects) {
        for (const room of layer.objects) {
            if (room.type !== "place" || word(room.property("kind")) !== KIND) continue;
            const full = taken(map, layers, room);
            const left = room.x / map.tileWidth, right = left + room.width / map.tileWidth;
            const top = room.y / map.tileHeight, bottom = top + room.height / map.tileHeight;
            // The desk, its chair, and a free cell beside the chair from which to reach it.
            const fits = (x, y) => ![[x, y], [x, y + 1], [x - 1, y + 1], [x - 1, y]].some(([x, y]) => full(x, y));
            search: for (let y = top; y + 1 < bottom; y++) {
                for (let x = right - 1; x > left; x--) {
                    if (!fits(x, y)) continue;
                    put(map, furniture, desk, x, y);
                    put(map, furniture, chair, x, y + 1, CHAIR.spot);
                    count++;
                    break search;
                }
            }
        }
    }
    return count;
}

// In the window: Map → Furnish bedrooms.
const action = tiled.registerAction("FurnishBedrooms", () => {
    const map = tiled.activeAsset;
    if (!map || !map.isTileMap) return;
    map.macro("Furnish bedrooms", () => tiled.log(furnish(map) + " desks"));
});
action.text = "Furnish bedrooms";
tiled.extendMenu("Map", [{ separator: true }, { action: "FurnishBedrooms" }]);
