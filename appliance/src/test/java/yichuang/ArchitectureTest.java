package yichuang;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The rooms and who may see whom: arrows only downward. */
@AnalyzeClasses(packages = "yichuang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule rooms_see_only_what_lies_below_them =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage("yichuang..")
                    .layer("Appliance")
                    .definedBy("yichuang")
                    .layer("web")
                    .definedBy("yichuang.web..")
                    .layer("devices")
                    .definedBy("yichuang.devices..")
                    .layer("evaluation")
                    .definedBy("yichuang.evaluation..")
                    .layer("access")
                    .definedBy("yichuang.access..")
                    .layer("records")
                    .definedBy("yichuang.records..")
                    .layer("metrics")
                    .definedBy("yichuang.metrics..")
                    .layer("config")
                    .definedBy("yichuang.config..")
                    .layer("leader")
                    .definedBy("yichuang.leader..")
                    .layer("cluster")
                    .definedBy("yichuang.cluster..")
                    .layer("forecast")
                    .definedBy("yichuang.forecast..")
                    .layer("dispatch")
                    .definedBy("yichuang.dispatch..")
                    .layer("log")
                    .definedBy("yichuang.log..")
                    .layer("hall")
                    .definedBy("yichuang.hall..")
                    .whereLayer("Appliance")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("web")
                    .mayOnlyBeAccessedByLayers("Appliance")
                    .whereLayer("config")
                    .mayOnlyBeAccessedByLayers("Appliance")
                    .whereLayer("devices")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "config")
                    .whereLayer("evaluation")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "config")
                    .whereLayer("records")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "evaluation")
                    .whereLayer("metrics")
                    .mayOnlyBeAccessedByLayers("Appliance", "web")
                    .whereLayer("access")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "devices", "cluster")
                    .whereLayer("cluster")
                    .mayOnlyBeAccessedByLayers("Appliance", "web")
                    .whereLayer("leader")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "devices", "access")
                    .whereLayer("forecast")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "leader")
                    .whereLayer("dispatch")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "leader", "forecast", "config")
                    .whereLayer("log")
                    .mayOnlyBeAccessedByLayers("Appliance", "web", "leader", "cluster");

    @ArchTest
    static final ArchRule the_hall_knows_nothing_but_java =
            classes()
                    .that()
                    .resideInAPackage("yichuang.hall..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("yichuang.hall..", "java..");

    @ArchTest
    static final ArchRule the_log_knows_nothing_of_the_hall =
            noClasses()
                    .that()
                    .resideInAPackage("yichuang.log..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("yichuang.hall..");

    @ArchTest
    static final ArchRule the_hall_has_no_clock_no_chance_and_no_disk =
            noClasses()
                    .that()
                    .resideInAPackage("yichuang.hall..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Random.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(UUID.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule the_hall_keeps_everything_in_an_order =
            noClasses()
                    .that()
                    .resideInAPackage("yichuang.hall")
                    .should()
                    .callConstructor(HashMap.class)
                    .orShould()
                    .callConstructor(HashSet.class)
                    .orShould()
                    .callMethodWhere(
                            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                            com.tngtech.archunit.core.domain.properties.HasOwner
                                                    .Predicates.With
                                                    .<com.tngtech.archunit.core.domain.JavaClass>
                                                            owner(
                                                                    com.tngtech.archunit.core.domain
                                                                            .JavaClass.Predicates
                                                                            .type(Map.class)
                                                                            .or(
                                                                                    com.tngtech
                                                                                            .archunit
                                                                                            .core
                                                                                            .domain
                                                                                            .JavaClass
                                                                                            .Predicates
                                                                                            .type(
                                                                                                    Set
                                                                                                            .class))))
                                    .and(
                                            com.tngtech.archunit.core.domain.JavaCall.Predicates
                                                    .target(
                                                            com.tngtech.archunit.core.domain
                                                                    .properties.HasName.Predicates
                                                                    .nameMatching(
                                                                            "of|copyOf|entry|ofEntries"))));

    @ArchTest
    static final ArchRule the_hall_decides_nothing_by_a_floating_number =
            noClasses()
                    .that()
                    .resideInAPackage("yichuang.hall..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Double.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(double.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(float.class);

    @ArchTest
    static final ArchRule no_two_rooms_need_each_other =
            slices().matching("yichuang.(*)..").should().beFreeOfCycles();
}
