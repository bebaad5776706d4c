namespace Portal.Kernel.Recipes.Sources;

/// <summary>The checksum of a zip's entries, as it grows with the bytes that are read.</summary>
internal struct Crc32()
{
    private const uint Polynomial = 0xEDB88320;
    private const int Bits = 8;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, Bits).Aggregate((uint)value, (crc, _) => (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial))];

    private uint _crc = uint.MaxValue;

    public readonly uint Value => ~_crc;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (crc, table) = (_crc, Table);
        foreach (var each in bytes)
        {
            crc = table[(byte)(crc ^ each)] ^ (crc >> Bits);
        }

        _crc = crc;
    }
}
