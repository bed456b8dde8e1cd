package cloud.jarrah.platform.persistence;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/**
 * Hibernate 6.6 writes the name of a collation without quotes, so that PostgreSQL looks for one in
 * lower case. The order by the numbers of characters, which every database of PostgreSQL knows, is
 * called {@code C}.
 */
public class CollatingPostgreSQLDialect extends PostgreSQLDialect {

  public CollatingPostgreSQLDialect(DialectResolutionInfo info) {
    super(info);
  }

  @Override
  public void initializeFunctionRegistry(FunctionContributions contributions) {
    super.initializeFunctionRegistry(contributions);
    contributions
        .getFunctionRegistry()
        .patternDescriptorBuilder("collate", "(?1 collate \"?2\")")
        .setExactArgumentCount(2)
        .register();
  }
}
