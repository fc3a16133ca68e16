package yichuang.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yichuang.hall.RatedUnit;
import yichuang.hall.UnitLimits;

/**
 * Reads {@code units}: offices outside of the hall that are rated too, and how many ratings of one
 * are taken a day.
 */
final class UnitReader {
    /** Where departments stand is told by their own file. */
    private static final At NOWHERE = new At("departments.yaml", 1);

    private final Register<Department> departments;
    private final Problems problems;

    UnitReader(List<Department> departments, Problems problems) {
        this.departments = new Register<>("部门", "department", problems);
        this.problems = problems;
        departments.forEach(one -> this.departments.declare(NOWHERE, one.id(), one));
    }

    List<RatedUnit> read(Yaml.Mapping hall) {
        Register<RatedUnit> units = new Register<>("厅外单位", "outside office", problems);
        Register<String> names = new Register<>("厅外单位的名称", "name of an outside office", problems);
        List<RatedUnit> all = new ArrayList<>();
        for (Yaml.Mapping unit : hall.mappings("units")) {
            Yaml.Text department = unit.text("department");
            Optional<Department> found = departments.find(department.at(), department.value());
            RatedUnit read =
                    new RatedUnit(
                            unit.word("id"),
                            unit.word("name"),
                            unit.findText("nameEn").map(Yaml.Text::value).orElse(unit.word("name")),
                            found.map(Department::name).orElse(department.value()),
                            unit.word("place"),
                            unit.findText("placeEn")
                                    .map(Yaml.Text::value)
                                    .orElse(unit.word("place")));
            units.declare(unit.at(), read.id(), read);
            names.declare(unit.at(), read.name(), read.name());
            all.add(read);
        }
        return all;
    }

    static UnitLimits limits(Yaml.Mapping hall) {
        UnitLimits standard = UnitLimits.STANDARD;
        return hall.mapping("rating")
                .findMapping("unitsPerDay")
                .map(
                        given ->
                                new UnitLimits(
                                        given.findWhole("device").orElse(standard.perDevice()),
                                        given.findWhole("address").orElse(standard.perAddress()),
                                        given.findWhole("unit").orElse(standard.perUnit())))
                .orElse(standard);
    }
}
