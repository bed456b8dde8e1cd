package cloud.jarrah.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;

/** What nobody may call or be called, each with its reason. */
@AnalyzeClasses(packages = "cloud.jarrah", importOptions = ImportOption.DoNotIncludeTests.class)
class BannedTest {
  private static final int MOST_COLLABORATORS = 7;

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest static final ArchRule NO_OTHER_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule NO_NAMES_THAT_SAY_NOTHING =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Impl|Utils?|Helper|Base)")
          .orShould()
          .resideInAPackage("..common..")
          .because("a name says what something is for");

  @ArchTest
  static final ArchRule NO_SLEEPING =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("a thread that sleeps holds what it has; timers and after-commit work do not");

  @ArchTest
  static final ArchRule NO_CLOCK_BUT_THE_DATABASES =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("cloud.jarrah.images.control.DirectoryStore")
          .should()
          .callMethodWhere(
              target(nameMatching("now|currentTimeMillis"))
                  .and(target(owner(nameMatching("java\\.(time|lang)\\..*")))))
          .because("servers' clocks differ; DirectoryStore compares with its own file system's");

  @ArchTest
  static final ArchRule NO_GUESSABLE_RANDOMNESS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .because("ids and secrets need SecureRandom, and jitter has ThreadLocalRandom");

  @ArchTest
  static final ArchRule NO_THREADS_OF_OUR_OWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ThreadLocal")
          .orShould()
          .callConstructorWhere(target(owner(nameMatching("java\\.lang\\.Thread"))))
          .orShould()
          .callMethodWhere(target(fullNameMatching("java\\.util\\.concurrent\\.Executors\\..*")))
          .because("the server owns the threads; callers are passed, never looked up");

  @ArchTest
  static final ArchRule NO_END_OF_THE_SERVER =
      noClasses()
          .should()
          .callMethodWhere(
              target(fullNameMatching("java\\.lang\\.(System|Runtime)\\.(exit|halt)\\(.*")))
          .because("an application never ends its server");

  @ArchTest
  static final ArchRule NO_SETTERS_ON_ENTITIES =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .and()
          .arePublic()
          .should()
          .haveNameNotMatching("set[A-Z].*")
          .because("an entity has behaviour that keeps its rules");

  @ArchTest
  static final ArchRule NO_CLASS_WITH_TOO_MANY_COLLABORATORS =
      constructors()
          .that()
          .areAnnotatedWith(jakarta.inject.Inject.class)
          .should(
              new ArchCondition<>("have at most " + MOST_COLLABORATORS + " collaborators") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                  int count = constructor.getParameters().size();
                  if (count > MOST_COLLABORATORS) {
                    events.add(
                        SimpleConditionEvent.violated(
                            constructor, constructor.getFullName() + " has " + count));
                  }
                }
              });
}
