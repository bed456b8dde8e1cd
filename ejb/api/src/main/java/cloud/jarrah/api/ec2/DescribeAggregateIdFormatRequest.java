package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Asks whether everybody gets long ids. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribeAggregateIdFormat")
@XmlType(name = "DescribeAggregateIdFormatType")
public class DescribeAggregateIdFormatRequest {}
