#include "core/model/table_record.h"

namespace latchkey {

bool isUtf8(QByteArrayView bytes) {
    const auto *p = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *const end = p + bytes.size();
    while (p < end) {
        const unsigned char first = *p++;
        if (first < 0x80)
            continue;
        const int more = first >= 0xC2 && first < 0xE0   ? 1
                         : first >= 0xE0 && first < 0xF0 ? 2
                         : first >= 0xF0 && first < 0xF5 ? 3
                                                         : -1;
        if (more < 0 || end - p < more)
            return false;
        // Neither longer than need be, nor a surrogate, nor beyond U+10FFFF.
        const unsigned char second = *p;
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
            (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
            return false;
        for (int i = 0; i < more; ++i) {
            if ((*p++ & 0xC0) != 0x80)
                return false;
        }
    }
    return true;
}

} // namespace latchkey
