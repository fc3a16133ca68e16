package yichuang.config;

import java.util.List;
import java.util.Optional;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Material;

/**
 * One row of a department's CSV file, checked by itself. Its group gives the letter and the zone,
 * and a terminal the place of self-service; both are known only with the whole hall.
 */
record ItemRow(
        At at,
        ItemCode code,
        String name,
        String englishName,
        String kind,
        String legalBasis,
        int level,
        String conditions,
        List<String> serves,
        List<Material> materials,
        String timeLimit,
        String fee,
        String department,
        String group,
        List<String> modes,
        boolean commitmentAllowed,
        boolean cityWide,
        boolean selfService,
        int minutes,
        List<String> aliases) {
    static final String ENTERPRISE = "企业法人";

    boolean forEnterprise() {
        return serves.contains(ENTERPRISE);
    }

    Item in(ItemGroup group, Optional<String> selfServicePlace) {
        return new Item(
                code,
                name,
                englishName,
                kind,
                legalBasis,
                level,
                conditions,
                serves,
                materials,
                timeLimit,
                fee,
                department,
                group.zone(),
                group.series(),
                modes,
                commitmentAllowed,
                cityWide,
                forEnterprise(),
                selfServicePlace,
                minutes,
                aliases);
    }
}
