// 企业服务日：周三上午，企业登记和经营许可的窗口先办企业事项；其他时间和其他窗口不变。
// Enterprise day: on Wednesday mornings the start-up windows take company matters first;
// at any other hour, and at all other windows, nothing changes.
//
// 每位等候者得一个分数，分数最高的先叫；同分先到先办。
// Everyone who waits gets a score; the highest is called first, and among equals the first to come.

var DAY = 3;                 // 星期三 Wednesday（1 = 星期一 Monday）
var FROM = "08:30";
var UNTIL = "12:00";
var ZONE = "market";         // 市场准入区 the start-up zone
var AHEAD = 30;              // 相当于多等 30 分钟 as if they had waited 30 minutes longer

function score(ticket, window, hall) {
    // 先用内置策略的分数：等候分钟 × 倍率 + 加分。
    // Begin with the built-in score: minutes waited × rate + bonus.
    var points = ticket.points;

    var enterpriseMorning = hall.weekday === DAY && hall.time >= FROM && hall.time < UNTIL;
    if (enterpriseMorning && window.zone === ZONE && ticket.zone === ZONE && window.primary) {
        points += AHEAD;
    }
    return points;
}
