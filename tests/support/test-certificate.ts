const pem = (label: string, base64: string) => `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;

/** A certificate for news.example that signs itself, valid from 2020 to 2119, and its key. They secure nothing. */
export const testCertificate = {
  key: pem(
    'PRIVATE KEY',
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrN2NfHaiO8d/zhc82LEpL1fs+J1/oChLGAFWFaaL2jKhRANC' +
      'AASyq2LO2IQNc298t61m9EtagfqSHUrg0gnVasdGkhwMC+tfwJtKZuaCslVpqmu1EbOyqXpKZ477YDTv4MBdF7cS',
  ),
  cert: pem(
    'CERTIFICATE',
    'MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxuZXdzLmV4YW1wbGUwIBcNMjAwMTAxMDAwMDAwWhgP' +
      'MjEyMDAxMDEwMDAwMDBaMBcxFTATBgNVBAMMDG5ld3MuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLKrYs7Y' +
      'hA1zb3y3rWb0S1qB+pIdSuDSCdVqx0aSHAwL61/Am0pm5oKyVWmqa7URs7KpekpnjvtgNO/gwF0XtxKjSDBGMBcGA1UdEQQQ' +
      'MA6CDG5ld3MuZXhhbXBsZTAMBgNVHRMEBTADAQH/MB0GA1UdDgQWBBTdhHA5DOocpKH6dqSeMdtDVa3/oDAKBggqhkjOPQQD' +
      'AgNHADBEAiAjlcpQF+AT7CQPtqSo3KdqEtDoStCckOsut18S91Ob+gIgdXbgwYZ0apB1XJ8I6Qm0fESNPWWyV+bAkmsNSzXH' +
      'HCg=',
  ),
};
