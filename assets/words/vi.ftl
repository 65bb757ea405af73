### Văn bản của ứng dụng bằng tiếng Việt. Cách thêm văn bản: xem README.md.

## The top bar

help = Trợ giúp
panel-inspector = Chi tiết
panel-log = Nhật ký
panel-people = Mọi người
language-hint = Ngôn ngữ
menu-scenarios = Kịch bản
menu-runs = Bản lưu
runs-none = Không có bản lưu nào khác
runs-about = { $title } · { $when } · { $n } người
save-in-use = đang được một Collegium khác dùng
save-newer = do bản Collegium mới hơn tạo ra
save-unreadable = không đọc được
week-and-day = tuần { $week }, ngày { $day }
pause = Tạm dừng
go-on = Tiếp tục
one-tick = Tiến một bước
paused = tạm dừng
speed-max = tối đa
speed-runs = đạt { $speed }
speed-hint = Tốc độ thực đạt được trên máy này
key-hint = Phím { $key }
measures = { $fps } khung/giây · bước { $tick } µs
measures-hint = Số khung hình mỗi giây và thời gian trung bình của một bước mô phỏng

## Days and moments

day-monday = Thứ Hai
day-tuesday = Thứ Ba
day-wednesday = Thứ Tư
day-thursday = Thứ Năm
day-friday = Thứ Sáu
day-saturday = Thứ Bảy
day-sunday = Chủ Nhật
day-mon = T2
day-tue = T3
day-wed = T4
day-thu = T5
day-fri = T6
day-sat = T7
day-sun = CN
moment = { $when } (tuần { $week })

## Keys and what they do

keys-space = Phím cách
keys-click = Nhấp chuột
keys-double-click = Nhấp đúp
keys-drag = Kéo, W A S D, mũi tên
keys-wheel = Con lăn, + và −
do-pause = Tạm dừng hoặc tiếp tục
do-step = Tiến một bước (mười giây mô phỏng)
do-speed-1 = Thời gian thực
do-speed-10 = 10×
do-speed-60 = 60×: mỗi giây một phút
do-speed-600 = 600×: mỗi giây mười phút
do-speed-max = Nhanh hết mức
do-home = Xem toàn bộ khuôn viên
do-follow = Theo người đang chọn, hoặc thôi
do-people = Danh sách mọi người
do-inspector = Chi tiết về một người
do-log = Nhật ký sự kiện
do-save = Lưu ngay
do-picture = Chụp ảnh cửa sổ
do-help = Trợ giúp này
do-back = Đóng ô đang mở, hoặc bỏ chọn
do-new-run = Chạy lại kịch bản này
do-quit = Lưu và thoát
do-select = Chọn một người
do-select-and-follow = Chọn và đi theo
do-move = Di chuyển trên khuôn viên
do-zoom = Lại gần hoặc ra xa
help-what = Hãy ngắm một khuôn viên tự sống. Nhấp vào từng người để xem họ làm gì, và vì sao.
help-about = Mọi người ở đây đều là hư cấu. Bình thường trí óc của họ được dựng sẵn: không mô hình, không mạng. Phiên bản { $version }.

## Notices

saved-as = Đã lưu thành { $name }
not-saved = Chưa lưu được: { $why }
not-opened = Chưa mở được: { $why }
picture-saved = Đã lưu ảnh thành { $file }
picture-not-saved = Không lưu được ảnh: { $why }
trouble-autosave = { $why }. Thời gian đã dừng lại để không mất gì
trouble-pictures = Không tạo được hình ảnh
trouble-map = Bản đồ được vẽ đơn giản: { $why }
trouble-palette = Mọi người có màu đơn giản: không đọc được assets/people/palette.toml ({ $why })
trouble-people = Mọi người được vẽ đơn giản: không tìm thấy thư mục assets/people

## The list of people

people-title = Mọi người
people-some = { $some } / { $all }
people-search = Tên, vai trò hoặc nhóm…
people-none = Không có ai như vậy
search-clear = Xóa

## The event log

events-title = Sự kiện
events-only-selected = chỉ người đang chọn
events-none-yet = Chưa có gì xảy ra
events-hidden = Bộ lọc đang ẩn cả { $n } sự kiện
events-show-all = Hiện tất cả
search = Tìm kiếm…
topic-talk = trò chuyện
topic-class = lớp học
topic-arrivals = đi lại
topic-queue = xếp hàng
topic-norms = quy tắc
topic-plans = dự định
topic-refusals = bị từ chối

## The inspector

tab-now = Lúc này
tab-plan = Dự định
tab-memories = Ký ức
tab-decisions = Lựa chọn
tab-about = Hồ sơ
who-line = { $role }, { $age } tuổi · { $group }
who-from = đến từ { $place }
mind-hint = Trí óc nào quyết định thay người này
mind-built-in-mind = trí óc dựng sẵn
follow = đi theo
following = đang theo
now-aim = Mục đích
now-why = Lý do
now-step = Bước
now-since = Từ lúc
now-since-until = { $since }, đến { $until }
now-then = Sau đó
now-where = Ở đâu
now-going-to = Đi tới
now-steps-left = { $place } (còn { $n } bước)
now-money = Tiền
now-bag = Túi
bag-empty = trống
plan-none = Chưa có dự định: ngủ dậy mới lập
plan-old = Dự định của ngày hôm trước
memories-all = tất cả
memories-search = Tìm trong ký ức…
memories-none = Không có ký ức như vậy
memories-older = Hãy tìm kiếm để thấy những ký ức cũ hơn
memories-before = từ trước
memories-importance = Độ quan trọng { $n } / 10
decisions-none = Chưa có lựa chọn nào
decisions-weighed = Đã cân nhắc { $n } khả năng
about-story = Câu chuyện
about-lifestyle = Nếp sống
about-task = Điều bận tâm
about-goals = Mục tiêu
about-character = Tính cách
about-knows = Quen { $n } người
about-talks = { $n } lần trò chuyện
about-closeness = Mức thân thiết { $n } / 10
about-fictional = Mọi người ở đây đều là hư cấu.

## What somebody does

state-asleep-in-town = đang ngủ ở nhà trong phố
state-in-town = ở nhà trong phố
state-walking-to = đang tới { $place }
state-walking = đang trên đường
state-studying = đang học { $what }
state-in-class = trong giờ { $what }
state-at = { $doing } ({ $place })
state-with = { $doing }, trò chuyện với { $name }
state-with-at = { $doing }, trò chuyện với { $name } ({ $place })
on-the-way = trên đường
in-town = trong phố
somebody = ai đó

doing-idle = đang rảnh
doing-sleeping = ngủ
doing-washing = tắm rửa
doing-eating = ăn
doing-having-coffee = uống cà phê
doing-in-class = học trên lớp
doing-teaching = giảng bài
doing-studying = tự học
doing-working = làm việc
doing-walking = đi bộ
doing-queueing = xếp hàng
doing-exercising = tập thể dục
doing-playing = vui chơi
doing-resting = nghỉ ngơi
doing-browsing = xem hàng
doing-waiting = chờ
doing-at-event = dự sự kiện
doing-looking-at-a-screen = nhìn màn hình
doing-in-town = ở trong phố
doing-chatting = tán gẫu

## Steps

call-move = tới { $place }
call-move-and-stay = tới { $place }: { $doing } { $minutes } phút
call-talk = nói chuyện với { $name }
call-attend = tham gia { $what }
call-buy = mua { $what }
call-study = học { $what } trong { $minutes } phút
call-post = đăng “{ $what }”
call-schedule = hẹn gặp { $name } lúc { $time } ({ $place })
call-search = tra cứu “{ $what }”
call-gesture = { $what } với { $name }
engagement-class = lớp học
engagement-shift = ca làm
engagement-event = sự kiện
engagement-teaching = { $what } (giảng dạy)
engagement-meeting = gặp { $name }

## Events

event-refused = { $who } không { $call } được: { $why }
event-arrived = { $who } đã đến { $place }
event-finished = { $who } đã xong: { $what }
event-served = { $who } nhận { $what } sau { $minutes } phút ({ $place })
event-gave-up = { $who } thôi không chờ { $what } nữa ({ $place })
event-talk-began = { $who } bắt chuyện với { $with } ({ $place })
event-said = { $who }: “{ $what }”
event-talk-ended = { $who } và { $with } chào tạm biệt
event-class-began = { $what } bắt đầu ({ $place })
event-class-ended = { $what } kết thúc ({ $place })
event-attended = { $who } đến { $what } đúng giờ
event-late = { $who } đến { $what } muộn { $minutes } phút
event-missed = { $who } bỏ lỡ { $what }
event-violation-queue-cutting = { $who } chen lên trước { $with } ({ $place })
event-violation-noise = { $who } quá ồn ào ({ $place })
event-planned = { $who } lên kế hoạch trong ngày: { $what }
event-woke = { $who } thức dậy
event-arranged = { $who } và { $with } hẹn gặp nhau: { $what }
event-posted = { $who } đăng: “{ $what }”
event-paid = { $who } nhận { $money } cho tuần này
event-new-day = Một ngày mới

tool-move = di chuyển
tool-talk = nói chuyện
tool-attend = tham gia
tool-buy = mua
tool-study = học
tool-post = đăng bài
tool-schedule = hẹn gặp
tool-search = tra cứu
tool-gesture = ra hiệu

refusal-asleep = người này đang ngủ
refusal-away = người này đang ở trong phố, mà việc này phải làm ở trường
refusal-bad-length = thời lượng bằng không hoặc dài hơn 12 giờ
refusal-closed = nơi đó đã đóng cửa
refusal-full = nơi đó đã đủ người, kể cả người đang tới
refusal-no-free-spot = mọi chỗ cần cho việc này đều đã có người
refusal-no-way = không có đường đi bộ tới đó
refusal-wrong-place = không thể làm việc này ở nơi đó
refusal-not-your-room = đây là phòng ngủ của người khác, và trong nhà không có ai
refusal-nobody = không có người như vậy, hoặc là chính mình
refusal-out-of-earshot = người kia ở quá xa để nghe, hoặc bị tường ngăn
refusal-partner-busy = người kia đang ngủ, đang học, đang đi hoặc đang nói chuyện với người khác
refusal-not-now = người này đang học, đang đi hoặc đang bận việc khác
refusal-not-your-turn = đang đến lượt người kia nói
refusal-bad-text = lời trống hoặc dài hơn 500 ký tự
refusal-not-yours = người này không đăng ký, không thuộc ca này hoặc không được mời
refusal-not-there = người này không ở nơi tổ chức
refusal-too-early = còn hơn 20 phút nữa mới bắt đầu
refusal-over = đã kết thúc hoặc đã xong rồi
refusal-not-sold = nơi này không bán thứ đó, hoặc không bán vào giờ này
refusal-nobody-serves = không có ai đứng quầy vào giờ này
refusal-cannot-afford = không đủ tiền
refusal-already-queueing = người này đã đứng trong hàng rồi
refusal-queue-full = hàng đã quá dài
refusal-bad-time = thời điểm đã qua hoặc còn hơn hai tuần nữa
refusal-clash = một trong hai người đã có việc khác lúc đó
refusal-nothing-to-eat = trong túi không có gì để ăn uống

## What people are

role-student = sinh viên
role-teacher = giảng viên
role-librarian = thủ thư
role-cook = đầu bếp
role-barista = pha chế
role-porter = bảo vệ
role-nurse = y tá
role-clerk = văn thư
role-shopkeeper = chủ tiệm
role-cleaner = lao công
role-coach = huấn luyện viên
role-gardener = làm vườn
role-technician = kỹ thuật viên
role-counsellor = tư vấn viên

relation-friend = bạn bè
relation-roommate = bạn cùng phòng
relation-partner = người yêu
relation-sibling = anh chị em
relation-colleague = đồng nghiệp
relation-teacher = thầy cô
relation-student = học trò
relation-rival = đối thủ
relation-acquaintance = người quen

group-biology = khoa Sinh học
group-computing = khoa Tin học
group-faculty = giảng viên
group-history = khoa Lịch sử
group-music = khoa Âm nhạc
group-physics = khoa Vật lý
group-staff = nhân viên

need-sleep = ngủ
need-food = ăn uống
need-company = bầu bạn
need-fun = vui chơi
need-hygiene = sạch sẽ

trait-punctuality = đúng giờ
trait-diligence = chăm chỉ
trait-sociability = cởi mở
trait-patience = kiên nhẫn
trait-courtesy = lịch sự
trait-energy = năng động
trait-thrift = tiết kiệm
trait-quietness = trầm lặng

## What minds weigh

action-sleep = ngủ
action-wash = tắm rửa
action-eat = ăn
action-coffee = cà phê
action-attend = tham dự
action-study = học
action-exercise = tập thể dục
action-play = vui chơi
action-socialise = gặp bạn
action-rest = nghỉ ngơi
action-shop = mua sắm
action-go-to-town = về phố
action-post = đăng bài
action-linger = nán lại

part-need = nhu cầu
part-hour = giờ giấc
part-plan = dự định
part-character = tính cách
part-duty = bổn phận
part-habit = thói quen
part-time-left = thời gian còn lại
part-whim = ngẫu hứng

routine-breakfast = ăn sáng
routine-lunch = ăn trưa
routine-dinner = ăn tối
routine-go-to-the-gym = tới phòng tập
routine-see-friends = gặp bạn bè
routine-take-the-evening-off = nghỉ ngơi buổi tối
routine-go-to-bed = đi ngủ
routine-work = làm việc

memory-seed = chuyện cũ
memory-observation = quan sát
memory-deed = việc làm
memory-chat = trò chuyện
memory-plan = dự định
memory-thought = suy nghĩ

item-breakfast = bữa sáng
item-lunch = bữa trưa
item-dinner = bữa tối
item-coffee = cà phê
item-pastry = bánh ngọt
item-snack = đồ ăn vặt
item-groceries = thực phẩm
item-toiletries = đồ vệ sinh
item-book = sách
item-stationery = văn phòng phẩm
item-medicine = thuốc

# Mô hình ngôn ngữ
do-models = Mô hình ngôn ngữ
models-title = Mô hình ngôn ngữ
models-none = Mọi trí óc ở đây đều dựng sẵn: không hỏi mô hình nào, không gửi gì ra ngoài.
models-how = Để dùng mô hình, hãy chép collegium.example.toml thành collegium.toml và khởi động với --mind model.
models-export = Nhật ký mọi lần gọi: collegium calls { $name } --log
model-unused = chưa hỏi lần nào
model-ok = trả lời tốt
model-slow = trả lời chậm
model-failing = bị lỗi; trí óc dựng sẵn làm thay
model-resting = tạm nghỉ { $seconds } giây sau lỗi; trí óc dựng sẵn làm thay
model-busy = { $going } đang chạy, { $queued } đang chờ
models-requests = yêu cầu
models-ok = tốt
models-repaired = đã sửa
models-fallback = dựng sẵn
models-in = token vào
models-out = token ra
models-ms = ms trung vị
models-cost = chi phí
models-total = tổng
meter = { $tokens } token
meter-waiting = { $tokens } token · { $n } đang nghĩ
meter-hint = Lượng dùng của mô hình ngôn ngữ; nhấp để xem thêm (M)
thinking-about = Đang nghĩ: { $purpose }…
call-system = Phần cố định
call-user = Câu hỏi
call-answer = Câu trả lời
mind-language-model = mô hình ngôn ngữ
action-improvise = tự quyết
part-thought = suy nghĩ
event-thought = { $who } nghĩ: { $what }
purpose-plan = kế hoạch ngày
purpose-steps = các bước
purpose-act = làm gì tiếp
purpose-line = một câu
purpose-impression = ấn tượng cuộc trò chuyện
purpose-questions = câu hỏi
purpose-insights = chiêm nghiệm
purpose-diary = nhật ký ngày

# Giao tiếp và nội tâm
call-invite = mời { $name }: { $what }
call-accept = nhận lời mời
call-decline = từ chối lời mời
tool-invite = mời
tool-reply = trả lời
decider-off = quy tắc có sẵn
decider-expert = chuyên gia
gesture-wave = chào
gesture-ask_help = nhờ giúp
gesture-help = giúp
gesture-thank = cảm ơn
gesture-apologise = xin lỗi
reply-yes = đồng ý
reply-no = từ chối
refusal-talk-full = cuộc trò chuyện đó đã có năm người
refusal-already-invited = người kia đã được mời, hoặc chính là chủ nhà
memory-diary = nhật ký
part-insight = chiêm nghiệm
event-reflected = { $who } nhận ra: { $what }
event-mused = { $who } chợt nhớ: { $what }
event-diary = { $who } viết nhật ký: { $what }
event-learned-told = { $who } nghe { $with } kể: { $what }
event-learned-overheard = { $who } tình cờ nghe { $with } nói: { $what }
event-learned-read = { $who } đọc bài của { $with }: { $what }
event-joined = { $who } nhập chuyện với { $with } ({ $place })
event-left = { $who } rời mọi người ({ $place })
event-invited = { $who } mời { $with }: { $what }
event-mounted = { $who }: cách ứng xử nay do { $what } quyết định
event-replied = { $who } trả lời { $with }: { $what }
