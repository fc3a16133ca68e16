package yichuang.devices.escpos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yichuang.devices.Slip;
import yichuang.hall.TicketId;

/** Slips as the hall makes them, the ordinary one and the awkward ones. */
final class Slips {
    static final String LINK = "https://hall.zichuan.gov.cn/t/kQ3vX9mB2sT7wJ5nR8pL4c";
    private static final String HALL = "淄川区政务服务中心";

    private Slips() {}

    static Slip ordinary() {
        return ticket(
                "A0012",
                List.of(
                        "办理：内资企业设立登记",
                        "请在 企业开办 等候",
                        "前面还有 12 人",
                        "预计等候 18 至 31 分钟",
                        "请带：申请书、身份证、住所使用证明（可后补）",
                        "取号时间 2026-03-02 09:00",
                        "扫码看排队进度，办完请评价"));
    }

    /** Names as long as the catalogue has them, and no window open. */
    static Slip long_names() {
        return ticket(
                "B10027",
                List.of(
                        "办理：机关事业单位基本养老保险关系转移接续（含职业年金）及企业职工基本养老保险待遇领取资格核定",
                        "请在 人力资源和社会保障、医疗保障综合服务专区（二楼东侧） 等候",
                        "前面还有 0 人",
                        "现在没有窗口办理这一项，已告知大厅管理员",
                        "请带：居民身份证原件及复印件、企业职工养老保险关系转移接续申请表（可后补）、"
                                + "基本养老保险参保缴费凭证、非本人办理的还需授权委托书及代办人身份证明",
                        "取号时间 2026-03-02 09:00",
                        "扫码看排队进度，办完请评价"));
    }

    /** A whole theme, in two languages. */
    static Slip many_items() {
        List<String> lines = new ArrayList<>();
        for (String item :
                List.of(
                        "营业执照",
                        "公章刻制备案",
                        "税务登记",
                        "社会保险登记",
                        "住房公积金缴存登记",
                        "银行开户预约",
                        "食品经营许可",
                        "公共场所卫生许可",
                        "户外招牌设置备案",
                        "公众聚集场所消防检查")) {
            lines.add("办理：" + item);
        }
        lines.add("共 10 件");
        lines.add("预计等候 25 至 70 分钟");
        lines.add("请带：" + "租赁合同、平面图、".repeat(8) + "健康证明");
        lines.add("For: Food business licence, all-in-one, with registration of the company seal");
        lines.add("Please bring: lease contract, floor plan, certificate of health");
        lines.add("Scan to see your place in the queue and to rate your visit");
        return ticket("T0003", lines);
    }

    static Slip notice() {
        return new Slip(
                Slip.Kind.NOTICE,
                new TicketId("t9"),
                HALL,
                "A0012",
                List.of(
                        "一次性告知单",
                        "事项：内资企业设立登记",
                        "还缺：住所使用证明",
                        "还缺：全体股东身份证复印件（加盖公章）",
                        "补齐后凭此单再来，当面受理"),
                Optional.of(LINK));
    }

    static Slip ticket(String number, List<String> lines) {
        return new Slip(
                Slip.Kind.TICKET, new TicketId("t1"), HALL, number, lines, Optional.of(LINK));
    }
}
