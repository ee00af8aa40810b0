/** The key pair of the published MMSP test merchant [M] 代付 6.5: test data that anyone may read. */
export const merchantPrivateKeyPem = `-----BEGIN PRIVATE KEY-----
MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALVybJ9cqRfaLiWN
Zr5siuR3afRuflVG5pqcLqtqgknqJ+3HkS1qWga5ItMA2yiUL/q4vsaVgRevcUW3
L3l18sw+t71TtugRgTnl19pRGv19Fk9BoeEcVv25q11u4X4gZHfkZfk2XJkL9NYy
kIE51ce8Da3oZcd9z1hraLEOEla7AgMBAAECgYB+57nbOAa4PQwbjat3shjutCpy
IDnR0RYGuwfVMlhP9CrbHsKGXiT7IM+ffrDJz+NC26Xq5LP2aemyle3paLpYPFA8
6fS+oriOccj1MTPwSdYKsNCrEtXz4Vmkhmhf/fo5RCWNvv50KyJr/VresnolLbhu
OO2gpOgdz9ZM7MMeKQJBANy2gZDpzZGoxlb2EnRcf4vNmymLSRQLd1tluzSGGDMt
2ZlkjBRv9OjJYnPQDj+2/h6mGok5LJSMK6wBkeW6pw0CQQDSdNBcM28uqSgY4THF
F0NOiPecr31bB/s7m8h8J5Ep7UCXW/W6QosS/JZvUpMx68PNNuWl6i9dAHmAsCns
1YLnAkBQBlRACKWiVIFlcl8KlachN3E0xO3AONAT8XTI/H21wMAO3+fyWQ2BgdMS
jrM74suMrUkdy/8f9Rq4iPEvTFfZAkEAwrYk2EkWApuqZ2piO7EMKqr6PFL4rbIy
tLGqyYNqANpquh7wuAU82rIrFI/Xc4Znv4Oc8OY8L9VylKdoAqB/3QJAVbxcj2xx
YB3XKu7YjmaE6IxkbGjrxlpyG2zICin7zVg4G5sicHplT821wX0ZXCQcxdZobyx5
n/XTutLLOsu6DQ==
-----END PRIVATE KEY-----
`;

export const merchantPublicKeyPem = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC1cmyfXKkX2i4ljWa+bIrkd2n0
bn5VRuaanC6raoJJ6iftx5EtaloGuSLTANsolC/6uL7GlYEXr3FFty95dfLMPre9
U7boEYE55dfaURr9fRZPQaHhHFb9uatdbuF+IGR35GX5NlyZC/TWMpCBOdXHvA2t
6GXHfc9Ya2ixDhJWuwIDAQAB
-----END PUBLIC KEY-----
`;
