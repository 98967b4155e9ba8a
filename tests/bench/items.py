# SPDX-License-Identifier: GPL-3.0-or-later
"""Items as the service sends them, 20 fields each, some 420 bytes: the same for the same number."""

import json
import random

WORDS = ('Baguette Brioche Crème Éclair Flan Galette Croissant Pâté Quiche Tarte Mille-feuille Œuf '
         'Chausson Kouglof Macaron Financier Sablé Pain Café Thé Jus Chocolat Noisette Pomme Poire '
         'Fraise Citron Vanille Pistache Amande Sésame Épeautre Seigle Complet Tressé Fourré').split()
GROUPS = ('Boulangerie', 'Pâtisserie', 'Traiteur', 'Boissons', 'Épicerie fine')


def make_item(chance, number):
    title = ' '.join(chance.choices(WORDS, k=chance.randint(2, 4))) + f' {chance.randint(1, 9999)}'
    price = f'{chance.randint(80, 9900) / 100:.2f}'
    return {
        'id': number,
        'title': title,
        'shortTitle': title[:16],
        'description': ' '.join(chance.choices(WORDS, k=8)).lower() + '.',
        'price': price,
        'buyingPrice': f'{chance.randint(20, 5000) / 100:.2f}',
        'deptID': chance.randint(1, 24),
        'group': chance.choice(GROUPS),
        'vatID': chance.randint(1, 4),
        'supplierID': chance.randint(1, 60),
        'barcode': f'3{chance.randint(0, 10 ** 12 - 1):012d}',
        'stock': chance.randint(-5, 500),
        'stockAlert': None if chance.random() < 0.3 else 10,
        'weight': f'{chance.randint(20, 3000) / 1000:.3f}',
        'shopHide': chance.random() < 0.1,
        'position': number,
        'consumptionDate': f'2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}',
        'activityCode': '',
        'comment': ' '.join(chance.choices(WORDS, k=2)) if chance.random() < 0.4 else '',
        'prices': {'takeAway': price, 'eatIn': price},
    }


def write_items(path, rows):
    chance = random.Random(rows)
    with open(path, 'w', encoding='utf-8') as file:
        for number in range(1, rows + 1):
            file.write('[' if number == 1 else ',')
            json.dump(make_item(chance, number), file, ensure_ascii=False, separators=(',', ':'))
        file.write(']')
