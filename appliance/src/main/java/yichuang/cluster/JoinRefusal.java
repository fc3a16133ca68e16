package yichuang.cluster;

/** Why a node may not join, and what to do about it. {@code %s} is the one fact of the case. */
public enum JoinRefusal {
    WRONG_CODE(
            "入网码不对,或有人在中间转接。请核对入网码和地址。",
            "The code is wrong, or somebody stands between. Check the code and the address."),
    USED_CODE("入网码已用过。请在 /admin 新建一个。", "The code was used already. Make a new one on /admin."),
    EXPIRED_CODE("入网码已过期。请在 /admin 新建一个。", "The code is too old. Make a new one on /admin."),
    OTHER_NAME(
            "入网码是给 %1$s 的。请用 --node %1$s 启动,或新建入网码。",
            "The code is for %1$s. Start with --node %1$s, or make a new code."),
    OTHER_ROLE(
            "入网码的角色是 %1$s。请用 --role %1$s 启动,或新建入网码。",
            "The code is for a %1$s. Start with --role %1$s, or make a new code."),
    NAME_TAKEN(
            "大厅里已有运行中的 %1$s。请换一个名字,或先停掉它。",
            "%1$s is running in this hall. Take another name, or stop that node first."),
    OTHER_RELEASE(
            "大厅的版本是 %1$s。请安装同一版本后再入网。",
            "The hall runs release %1$s. Install the same one here, then join."),
    NOT_EMPTY(
            "数据目录 %1$s 不是空的。请换一个空目录。", "The data directory %1$s is not empty. Give an empty one."),
    OTHER_HALL(
            "数据目录属于大厅 %1$s。请换一个空目录。",
            "The data directory belongs to hall %1$s. Give an empty one."),
    NOT_A_DOOR("%1$s 不接收新节点。请填写一台投票节点的地址。", "%1$s lets no node in. Give the address of a voter."),
    NOT_PROVEN(
            "%1$s 没能证明自己属于发出入网码的大厅。请核对地址。",
            "%1$s did not prove that it is of the hall that made the code. Check the address."),
    TRY_AGAIN("大厅现在不能接收节点:%1$s。请稍后重试。", "The hall cannot take a node now: %1$s. Try again.");

    private final String chinese;
    private final String english;

    JoinRefusal(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String line(String fact) {
        return chinese.formatted(fact) + "\n" + english.formatted(fact);
    }
}
