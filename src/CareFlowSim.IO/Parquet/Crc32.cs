using System.Buffers.Binary;

namespace CareFlowSim.IO;

/// <summary>The checksum of gzip (polynomial EDB88320), which Parquet keeps for each page; eight bytes at a time.</summary>
internal static class Crc32
{
    private const int Lanes = 8;
    private static readonly uint[] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint[] t = Tables;
        uint crc = uint.MaxValue;
        while (bytes.Length >= Lanes)
        {
            uint a = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            uint b = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[(7 * 256) + (a & 255)] ^ t[(6 * 256) + ((a >> 8) & 255)] ^ t[(5 * 256) + ((a >> 16) & 255)] ^ t[(4 * 256) + (a >> 24)]
                ^ t[(3 * 256) + (b & 255)] ^ t[(2 * 256) + ((b >> 8) & 255)] ^ t[256 + ((b >> 16) & 255)] ^ t[b >> 24];
            bytes = bytes[Lanes..];
        }

        foreach (byte x in bytes)
        {
            crc = t[(crc ^ x) & 255] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTables()
    {
        uint[] tables = new uint[Lanes * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
            }

            tables[i] = crc;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            uint before = tables[i - 256];
            tables[i] = tables[before & 255] ^ (before >> 8);
        }

        return tables;
    }
}
