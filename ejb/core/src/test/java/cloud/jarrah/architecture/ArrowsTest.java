package cloud.jarrah.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;

/** Who may know whom. */
@AnalyzeClasses(packages = "cloud.jarrah", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final Set<String> NO_FEATURES = Set.of("api", "node", "platform");

  /** Known strays: entities that other features use although they should not. Only shrinks. */
  private static final Set<String> STRAYS =
      Set.of(
          "cloud.jarrah.hosts.entity.Demand",
          "cloud.jarrah.hosts.entity.Reachability",
          "cloud.jarrah.networks.entity.NetworkInterface",
          "cloud.jarrah.networks.entity.NetworkInterface$Owner",
          "cloud.jarrah.networks.entity.NetworkRepository");

  @ArchTest
  static final ArchRule WIRE_TYPES_AND_PROTOCOL_KNOW_NOTHING_OF_US =
      noClasses()
          .that()
          .resideInAnyPackage("cloud.jarrah.api..", "cloud.jarrah.node..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("cloud.jarrah..")
                  .and(not(resideInAnyPackage("cloud.jarrah.api..", "cloud.jarrah.node.."))));

  @ArchTest
  static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("cloud.jarrah.platform..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("cloud.jarrah.*..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "cloud.jarrah.platform..",
                              "cloud.jarrah.api..",
                              "cloud.jarrah.node..",
                              // Below everything: whether this process can be asked at all.
                              "cloud.jarrah.health.."))));

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLE =
      slices().matching("cloud.jarrah.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule FEATURES_MEET_IN_CONTROL_ONLY =
      classes()
          .should(
              new ArchCondition<>("not use another feature's entity or boundary") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                  for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    if (reachesInto(user, dependency.getTargetClass())) {
                      events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule HANDLERS_CALL_NO_HANDLERS =
      noClasses()
          .that()
          .areAnnotatedWith(ApiAction.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(ApiAction.class);

  @ArchTest
  static final ArchRule HANDLERS_ARE_IN_THE_CATALOGUE =
      classes()
          .that()
          .implement(Action.class)
          .should()
          .beAnnotatedWith(ApiAction.class)
          .andShould()
          .resideInAPackage("cloud.jarrah.*.boundary");

  @ArchTest
  static final ArchRule ENTITIES_KNOW_NO_CONTROL =
      noClasses()
          .that()
          .resideInAPackage("cloud.jarrah.*.entity")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("cloud.jarrah.*.control", "cloud.jarrah.*.boundary");

  @ArchTest
  static final ArchRule CONTROL_KNOWS_NO_BOUNDARY =
      noClasses()
          .that()
          .resideInAPackage("cloud.jarrah.*.control")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cloud.jarrah.*.boundary");

  private static boolean reachesInto(JavaClass user, JavaClass used) {
    Optional<String> feature = feature(used);
    return feature.isPresent()
        && !STRAYS.contains(used.getName())
        && !feature.equals(feature(user))
        && (used.getPackageName().endsWith(".entity")
            || used.getPackageName().endsWith(".boundary"));
  }

  private static Optional<String> feature(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    return parts.length > 2 && parts[0].equals("cloud") && !NO_FEATURES.contains(parts[2])
        ? Optional.of(parts[2])
        : Optional.empty();
  }
}
