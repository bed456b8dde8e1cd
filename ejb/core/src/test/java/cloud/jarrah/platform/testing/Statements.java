package cloud.jarrah.platform.testing;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts what a piece of work asks of a database, whichever thread does it. */
public final class Statements {
  private Statements() {}

  /** How many statements the work takes. */
  public static long of(TestDatabase db, Runnable work) {
    return counted(db, work).getPrepareStatementCount();
  }

  /** How many entities the work reads. */
  public static long entitiesOf(TestDatabase db, Runnable work) {
    return counted(db, work).getEntityLoadCount();
  }

  private static Statistics counted(TestDatabase db, Runnable work) {
    Statistics statistics = db.factory().unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      work.run();
    } finally {
      statistics.setStatisticsEnabled(false);
    }
    return statistics;
  }
}
