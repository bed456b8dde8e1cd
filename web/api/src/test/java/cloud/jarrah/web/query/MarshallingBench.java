package cloud.jarrah.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.Ec2Versions;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.ReservationItem;
import jakarta.xml.bind.JAXBContext;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * How often a second the answer to DescribeInstances of 1 000 can be written by four threads that
 * do nothing else: the limit that the API is measured against. Run by {@code ./jarrah bench}, not
 * with the tests.
 */
class MarshallingBench {
  private static final int THREADS = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(15);

  @Test
  void answersOfAThousandInstances() throws Exception {
    DescribeInstancesResponse answer = answer();
    rate(answer, WARM_UP);
    double rate = rate(answer, MEASURED);
    assertThat(rate).isPositive();
    Files.writeString(
        Path.of(Objects.requireNonNull(System.getProperty("jarrah.bench.out"))),
        String.format(java.util.Locale.ROOT, "%.1f%n", rate));
  }

  /** As the corpus has it, ten times a hundred. */
  private static DescribeInstancesResponse answer() throws Exception {
    String corpus = "/cloud/jarrah/web/corpus/DescribeInstances.response";
    try (InputStream in = MarshallingBench.class.getResourceAsStream(corpus)) {
      DescribeInstancesResponse answer =
          (DescribeInstancesResponse)
              JAXBContext.newInstance(DescribeInstancesResponse.class)
                  .createUnmarshaller()
                  .unmarshal(in);
      ReservationItem reservation = answer.reservationSet.get(0);
      InstanceItem instance = reservation.instancesSet.get(0);
      for (int i = 1; i < 100; i++) {
        reservation.instancesSet.add(instance);
      }
      for (int i = 1; i < 10; i++) {
        answer.reservationSet.add(reservation);
      }
      return answer;
    }
  }

  private static double rate(DescribeInstancesResponse answer, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    Callable<Integer> writing =
        () -> {
          int written = 0;
          while (System.nanoTime() < end) {
            AnswerWriter.write(QueryApi.EC2, Ec2Versions.CURRENT, answer, "request");
            written++;
          }
          return written;
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(threads.submit(writing));
      }
      int total = 0;
      for (Future<Integer> one : running) {
        total += one.get();
      }
      return total / (double) length.toSeconds();
    } finally {
      threads.shutdownNow();
    }
  }
}
