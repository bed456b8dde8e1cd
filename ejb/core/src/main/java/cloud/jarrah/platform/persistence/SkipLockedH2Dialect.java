package cloud.jarrah.platform.persistence;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.jspecify.annotations.Nullable;

/**
 * H2 can pass over locked rows since 2.2.220; Hibernate 6.6 does not know it yet and would wait for
 * them without a word. H2 compares by character already and has no word for it in an expression.
 */
public class SkipLockedH2Dialect extends H2Dialect {

  public SkipLockedH2Dialect(DialectResolutionInfo info) {
    super(info);
  }

  @Override
  public void initializeFunctionRegistry(FunctionContributions contributions) {
    super.initializeFunctionRegistry(contributions);
    contributions
        .getFunctionRegistry()
        .patternDescriptorBuilder("collate", "?1")
        .setExactArgumentCount(2)
        .register();
  }

  @Override
  public boolean supportsSkipLocked() {
    return true;
  }

  @Override
  public String getForUpdateSkipLockedString() {
    return " for update skip locked";
  }

  @Override
  public String getForUpdateSkipLockedString(String aliases) {
    return getForUpdateSkipLockedString();
  }

  /** Named in persistence.xml; leaves other databases than ours to Hibernate. */
  public static class Resolver implements DialectResolver {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Dialect resolveDialect(DialectResolutionInfo info) {
      return switch (info.getDatabaseName()) {
        case "H2" -> new SkipLockedH2Dialect(info);
        case "PostgreSQL" -> new CollatingPostgreSQLDialect(info);
        default -> null;
      };
    }
  }
}
