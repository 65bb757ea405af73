### 应用文本：简体中文。如何添加文本见 README.md。

## The top bar

help = 帮助
panel-inspector = 详情
panel-log = 日志
panel-people = 人物
language-hint = 语言
menu-scenarios = 场景
menu-runs = 存档
runs-none = 没有其他存档
runs-about = { $title } · { $when } · { $n } 人
save-in-use = 正被另一个 Collegium 使用
save-newer = 由更新版本的 Collegium 创建
save-unreadable = 无法读取
week-and-day = 第 { $week } 周，第 { $day } 天
pause = 暂停
go-on = 继续
one-tick = 前进一步
paused = 已暂停
speed-max = 最快
speed-runs = 实际 { $speed }
speed-hint = 本机实际达到的速度
key-hint = 按键 { $key }
measures = { $fps } 帧/秒 · 每步 { $tick } 微秒
measures-hint = 每秒帧数，以及每个模拟步的平均用时

## Days and moments

day-monday = 星期一
day-tuesday = 星期二
day-wednesday = 星期三
day-thursday = 星期四
day-friday = 星期五
day-saturday = 星期六
day-sunday = 星期日
day-mon = 周一
day-tue = 周二
day-wed = 周三
day-thu = 周四
day-fri = 周五
day-sat = 周六
day-sun = 周日
moment = 第 { $week } 周 { $when }

## Keys and what they do

keys-space = 空格键
keys-click = 单击
keys-double-click = 双击
keys-drag = 拖动、WASD、方向键
keys-wheel = 滚轮、+ 和 −
do-pause = 暂停或继续
do-step = 前进一步（模拟时间十秒）
do-speed-1 = 实时
do-speed-10 = 10 倍速
do-speed-60 = 60 倍速：每秒一分钟
do-speed-600 = 600 倍速：每秒十分钟
do-speed-max = 尽可能快
do-home = 显示整个校园
do-follow = 跟随所选人物，或停止跟随
do-people = 人物列表
do-inspector = 人物详情
do-log = 事件日志
do-save = 立即保存
do-picture = 保存窗口截图
do-help = 本帮助
do-back = 关闭面板，或取消选择
do-new-run = 重新开始本场景
do-quit = 保存并退出
do-select = 选择人物
do-select-and-follow = 选择并跟随
do-move = 在校园中移动视野
do-zoom = 放大和缩小
help-what = 观看一座自行运转的校园。点击人物，看看他们在做什么、为什么这样做。
help-about = 这里的人物纯属虚构。默认使用内置头脑：不用模型，不用网络。版本 { $version }。

## Notices

saved-as = 已保存为 { $name }
not-saved = 未能保存：{ $why }
not-opened = 未能打开：{ $why }
picture-saved = 截图已保存为 { $file }
picture-not-saved = 截图未能保存：{ $why }
trouble-autosave = { $why }。时间已停止，以免丢失内容
trouble-pictures = 未能生成图像
trouble-map = 地图以简化方式显示：{ $why }
trouble-palette = 人物以简单颜色显示：无法读取 assets/people/palette.toml（{ $why }）
trouble-people = 人物以简化方式显示：找不到文件夹 assets/people

## The list of people

people-title = 人物
people-some = { $some } / { $all }
people-search = 姓名、身份或群体…
people-none = 没有符合的人
search-clear = 清除

## The event log

events-title = 事件
events-only-selected = 仅所选人物
events-none-yet = 还没有发生任何事
events-hidden = 全部 { $n } 条事件都被筛选条件隐藏了
events-show-all = 全部显示
search = 搜索…
topic-talk = 交谈
topic-class = 课程
topic-arrivals = 到达
topic-queue = 排队
topic-norms = 规范
topic-plans = 计划
topic-refusals = 被拒

## The inspector

tab-now = 现在
tab-plan = 计划
tab-memories = 记忆
tab-decisions = 决定
tab-about = 简介
who-line = { $role }，{ $age } 岁 · { $group }
who-from = 来自 { $place }
mind-hint = 由哪种头脑为此人做决定
mind-built-in-mind = 内置头脑
follow = 跟随
following = 跟随中
now-aim = 目标
now-why = 原因
now-step = 步骤
now-since = 始于
now-since-until = { $since }，到 { $until }
now-then = 接着
now-where = 地点
now-going-to = 前往
now-steps-left = { $place }（还有 { $n } 步）
now-money = 钱
now-bag = 背包
bag-empty = 空
plan-none = 还没有计划：醒来后才会制定
plan-old = 前一天的计划
memories-all = 全部
memories-search = 搜索记忆…
memories-none = 没有这样的记忆
memories-older = 更早的记忆可以通过搜索找到
memories-before = 从前
memories-importance = 重要性 { $n } / 10
decisions-none = 还没有做过决定
decisions-weighed = 权衡了 { $n } 个选项
about-story = 经历
about-lifestyle = 生活方式
about-task = 心头之事
about-goals = 目标
about-character = 性格
about-knows = 认识 { $n } 人
about-talks = 聊过 { $n } 次
about-closeness = 亲近程度 { $n } / 10
about-fictional = 这里的人物纯属虚构。

## What somebody does

state-asleep-in-town = 在城里的家中睡觉
state-in-town = 在城里的家中
state-walking-to = 正前往 { $place }
state-walking = 正在路上
state-studying = 正在学习 { $what }
state-in-class = 正在上 { $what }
state-at = { $doing }（{ $place }）
state-with = { $doing }，与 { $name } 交谈
state-with-at = { $doing }，与 { $name } 交谈（{ $place }）
on-the-way = 路上
in-town = 城里
somebody = 某人

doing-idle = 闲着
doing-sleeping = 睡觉
doing-washing = 洗漱
doing-eating = 吃饭
doing-having-coffee = 喝咖啡
doing-in-class = 上课
doing-teaching = 授课
doing-studying = 学习
doing-working = 工作
doing-walking = 走路
doing-queueing = 排队
doing-exercising = 锻炼
doing-playing = 玩乐
doing-resting = 休息
doing-browsing = 挑选物品
doing-waiting = 等待
doing-at-event = 参加活动
doing-looking-at-a-screen = 看屏幕
doing-in-town = 在城里
doing-chatting = 聊天

## Steps

call-move = 去 { $place }
call-move-and-stay = 去 { $place }：{ $doing } { $minutes } 分钟
call-talk = 和 { $name } 说话
call-attend = 参加 { $what }
call-buy = 买{ $what }
call-study = 学习 { $what } { $minutes } 分钟
call-post = 发帖“{ $what }”
call-schedule = 约 { $name } { $time } 见面（{ $place }）
call-search = 查找“{ $what }”
call-gesture = 向{ $name }{ $what }
engagement-class = 课程
engagement-shift = 当班
engagement-event = 活动
engagement-teaching = { $what }（授课）
engagement-meeting = 与 { $name } 见面

## Events

event-refused = { $who } 未能{ $call }：{ $why }
event-arrived = { $who } 到达 { $place }
event-finished = { $who } 结束了：{ $what }
event-served = { $who } 等了 { $minutes } 分钟，拿到了{ $what }（{ $place }）
event-gave-up = { $who } 不再排队等{ $what }（{ $place }）
event-talk-began = { $who } 开始与 { $with } 交谈（{ $place }）
event-said = { $who }：“{ $what }”
event-talk-ended = { $who } 与 { $with } 道别
event-class-began = { $what } 开始上课（{ $place }）
event-class-ended = { $what } 下课（{ $place }）
event-attended = { $who } 准时来上 { $what }
event-late = { $who } 上 { $what } 迟到 { $minutes } 分钟
event-missed = { $who } 没来上 { $what }
event-violation-queue-cutting = { $who } 插到了 { $with } 前面（{ $place }）
event-violation-noise = { $who } 太吵了（{ $place }）
event-planned = { $who } 安排了一天：{ $what }
event-woke = { $who } 醒来了
event-arranged = { $who } 与 { $with } 约好见面：{ $what }
event-posted = { $who } 发帖：“{ $what }”
event-paid = { $who } 领到本周的钱：{ $money }
event-new-day = 新的一天

tool-move = 前往
tool-talk = 交谈
tool-attend = 参加
tool-buy = 购买
tool-study = 学习
tool-post = 发帖
tool-schedule = 约见
tool-search = 查找
tool-gesture = 示意

refusal-asleep = 此人睡着了
refusal-away = 此人在城里，而这件事要在校园里做
refusal-bad-length = 时长为零，或超过 12 小时
refusal-closed = 那里关门了
refusal-full = 那里的人（包括正在前往的）已满
refusal-no-free-spot = 这项活动需要的位置都被占了
refusal-no-way = 没有能走到那里的路
refusal-wrong-place = 那里不能做这件事
refusal-not-your-room = 这是别人的卧室，而且屋里的人都不在
refusal-nobody = 没有这个人，或就是自己
refusal-out-of-earshot = 对方太远听不见，或隔着墙
refusal-partner-busy = 对方在睡觉、上课、赶路，或正和别人交谈
refusal-not-now = 此人正在上课、赶路，或因别的事抽不开身
refusal-not-your-turn = 轮到对方说话
refusal-bad-text = 文字为空，或超过 500 个字符
refusal-not-yours = 此人没有选这门课、不当这个班，或没有受邀
refusal-not-there = 此人不在举办地点
refusal-too-early = 离开始还有 20 多分钟
refusal-over = 已经结束，或已有定论
refusal-not-sold = 这里不卖这个，或这个时段不卖
refusal-nobody-serves = 柜台后没有人，当值的人别的时间才来
refusal-cannot-afford = 钱不够
refusal-already-queueing = 此人已经在这个队伍里
refusal-queue-full = 队伍已经太长
refusal-bad-time = 时间已过，或在两周以后
refusal-clash = 两人中有一人那时另有安排
refusal-nothing-to-eat = 背包里没有吃的喝的

## What people are

role-student = 学生
role-teacher = 教师
role-librarian = 图书管理员
role-cook = 厨师
role-barista = 咖啡师
role-porter = 门卫
role-nurse = 护士
role-clerk = 职员
role-shopkeeper = 店主
role-cleaner = 清洁工
role-coach = 教练
role-gardener = 园丁
role-technician = 技术员
role-counsellor = 辅导员

relation-friend = 朋友
relation-roommate = 室友
relation-partner = 伴侣
relation-sibling = 兄弟姐妹
relation-colleague = 同事
relation-teacher = 老师
relation-student = 学生
relation-rival = 对手
relation-acquaintance = 熟人

group-biology = 生物系
group-computing = 计算机系
group-faculty = 教师
group-history = 历史系
group-music = 音乐系
group-physics = 物理系
group-staff = 职工

need-sleep = 睡眠
need-food = 饮食
need-company = 陪伴
need-fun = 娱乐
need-hygiene = 清洁

trait-punctuality = 守时
trait-diligence = 勤奋
trait-sociability = 合群
trait-patience = 耐心
trait-courtesy = 礼貌
trait-energy = 活力
trait-thrift = 节俭
trait-quietness = 安静

## What minds weigh

action-sleep = 睡觉
action-wash = 洗漱
action-eat = 吃饭
action-coffee = 喝咖啡
action-attend = 赴约
action-study = 学习
action-exercise = 锻炼
action-play = 玩乐
action-socialise = 找人聊天
action-rest = 休息
action-shop = 购物
action-go-to-town = 回城里
action-post = 发帖
action-linger = 闲待

part-need = 需要
part-hour = 时段
part-plan = 计划
part-character = 性格
part-duty = 职责
part-habit = 习惯
part-time-left = 剩余时间
part-whim = 一时兴起

routine-breakfast = 早餐
routine-lunch = 午餐
routine-dinner = 晚餐
routine-go-to-the-gym = 去健身房
routine-see-friends = 见朋友
routine-take-the-evening-off = 晚上放松一下
routine-go-to-bed = 上床睡觉
routine-work = 工作

memory-seed = 往事
memory-observation = 见闻
memory-deed = 行动
memory-chat = 交谈
memory-plan = 计划
memory-thought = 想法

item-breakfast = 早餐
item-lunch = 午餐
item-dinner = 晚餐
item-coffee = 咖啡
item-pastry = 糕点
item-snack = 小吃
item-groceries = 食品杂货
item-toiletries = 洗漱用品
item-book = 书
item-stationery = 文具
item-medicine = 药

# 语言模型
do-models = 语言模型
models-title = 语言模型
models-none = 这里的头脑全是内置的：不询问任何模型，也不向外发送任何东西。
models-how = 要使用模型，请把 collegium.example.toml 复制为 collegium.toml，并用 --mind model 启动。
models-export = 每次调用的记录：collegium calls { $name } --log
model-unused = 还没有问过
model-ok = 正常回答
model-slow = 回答很慢
model-failing = 出错；由内置头脑代替
model-resting = 出错后停用 { $seconds } 秒；由内置头脑代替
model-busy = { $going } 个进行中，{ $queued } 个等待
models-requests = 请求
models-ok = 正常
models-repaired = 修复
models-fallback = 内置
models-in = 输入词元
models-out = 输出词元
models-ms = 中位毫秒
models-cost = 费用
models-total = 合计
meter = { $tokens } 词元
meter-waiting = { $tokens } 词元 · { $n } 个在思考
meter-hint = 语言模型目前的用量；点击查看更多（M）
thinking-about = 正在思考：{ $purpose }…
call-system = 固定部分
call-user = 提问
call-answer = 回答
mind-language-model = 语言模型
action-improvise = 拿主意
part-thought = 想法
event-thought = { $who }在想：{ $what }
purpose-plan = 一天的计划
purpose-steps = 步骤
purpose-act = 接下来做什么
purpose-line = 一句话
purpose-impression = 谈话的印象
purpose-questions = 问题
purpose-insights = 领悟
purpose-diary = 日记

# 社交与内心
call-invite = 邀请{ $name }：{ $what }
call-accept = 接受邀请
call-decline = 谢绝邀请
tool-invite = 邀请
tool-reply = 答复
decider-off = 内置规则
decider-expert = 专家
gesture-wave = 打招呼
gesture-ask_help = 求助
gesture-help = 伸出援手
gesture-thank = 道谢
gesture-apologise = 道歉
reply-yes = 同意
reply-no = 谢绝
refusal-talk-full = 那场谈话已有五个人
refusal-already-invited = 对方已受到邀请，或者就是主办人
memory-diary = 日记
part-insight = 领悟
event-reflected = { $who }领悟到：{ $what }
event-mused = { $who }忽然想起：{ $what }
event-diary = { $who }写日记：{ $what }
event-learned-told = { $who }听{ $with }说：{ $what }
event-learned-overheard = { $who }偶然听到{ $with }说：{ $what }
event-learned-read = { $who }读到{ $with }的帖子：{ $what }
event-joined = { $who }加入{ $with }的谈话（{ $place }）
event-left = { $who }离开了众人（{ $place }）
event-invited = { $who }邀请{ $with }：{ $what }
event-mounted = { $who }：举止现由{ $what }决定
event-replied = { $who }答复{ $with }：{ $what }
