namespace IntroBot.Recognition;

/// <summary>The phrases that make a thank-you a bounty, and those that only look like it, in both languages, without case and accents.</summary>
internal static class NoBountyPhrases
{
    private const string InAJob = "crypto|cryptos|bitcoin|cash|commission|commissions|payout|payouts|voucher|vouchers|coupon|coupons|virement|virements|remuneration|remunerations|stablecoin|nft|nfts|money";

    /// <summary>What is refused, by kind.</summary>
    public static readonly (BountyKind Kind, string Lines)[] Refused =
    [
        (BountyKind.Amount, """
            euros|keuros|meuros|dollars|eur|usd|gbp|chf
            # euro|dollar|franc|francs|pound|pounds|quid|buck|bucks|balle|balles|yen|yens|yuan|yuans|rupee|rupees|roupie|roupies|dirham|dirhams|dinar|dinars
            # peso|pesos|zloty|zlotys|rouble|roubles|ruble|rubles|centime|centimes|smackers
            # cad|aud|jpy|sek|nok|dkk|pln|cny|hkd|sgd|nzd|xof|xaf|cfa|fr|kr|rs|zł|btc|eth|usdt|usdc
            aud|jpy|hkd|sgd|nzd|btc|eth ##
            euro|dollar #
            un|one euro|dollar|quid|buck
            a|an euro|dollar|quid|buck|tenner|fiver .
            a|an euro|dollar|quid|buck|tenner|fiver for|per|each|every
            some|in|en eth
            livres|livre|pounds|pound sterling
            francs suisses|belges|cfa
            # grand|grands per|par|for|pour|each|chacun
            # grand|grands .
            # k|ke
            worth ## .
            valeur de ##
            reward|rewards|recompense|recompenses|somme|sum|enveloppe|cheque|bon|billet|billets|carte|virement de|of ##
            win|earn|get|receive|gagne|gagnez|touchez|empochez|recevez|obtenez ## .
            check|checks for|of ##
            kr ##
            """),
        (BountyKind.Money, """
            bonus|bonuses|prime|primes|cash|cashback|cashprize|cashprizes|kickback|kickbacks|money|moneybag|fric|thune|thunes|pognon|flouze
            crypto|cryptos|bitcoin|bitcoins|btc|ethereum|dogecoin|stablecoin|stablecoins|usdt|usdc|nft|nfts
            cryptocurrency|cryptocurrencies|cryptomonnaie|cryptomonnaies
            commission|commissions|payout|payouts|stipend|stipends|virement|virements|pourboire|pourboires|cagnotte|cagnottes
            indemnite|indemnites|bonification|bonifications|remuneration|remunerations|bounty|bounties
            monetary|pecuniary|pecuniaire|pecuniaires|bspce|rsu|rsus
            une|la|cette|d|votre|ta|de gratification|gratifications
            finder|finders|referral|success|introduction|recruitment|hiring s? fee|fees
            en especes|liquide
            argent liquide|comptant|facile
            argent de poche
            de l argent
            somme|sommes|gain|gains|peu|bien d argent
            gagner|gagnez|gagne|touchez|recevez argent
            stock option|options
            actions gratuites
            pay|salary|wage raise|rise|increase|bump
            augmentation|hausse de salaire
            mois de salaire
            month|months|week|weeks|day|days|year|years s? of? salary|pay|wages
            extra|additional|double pay|salary|wages
            salaire supplementaire|double
            treizieme mois
            bank|wire transfer|transfers
            profit sharing
            interessement|versement|versements|dedommagement|dedommagements
            un|votre|le paiement
            a|one|your payment
            13 e|eme mois
            % of|du|de|des|d _? _? _? salary|salaire|remuneration|package|fee|fees|wage|wages|pay
            financial|financiere|financieres|financier|financiers reward|rewards|incentive|incentives|compensation|recognition|bonus|thanks|gift|thank
            recompense|recompenses|contrepartie|compensation|incitation|avantage|avantages|gain|gratification|cadeau|merci|geste|coup|aide financiere|financieres|financier|financiers
            """),
        (BountyKind.Voucher, """
            gift card|cards|certificate|certificates|cheque|cheques|check|checks|credit|credits|token|tokens
            giftcard|giftcards|egift|cartecadeau|cartescadeaux|chequecadeau|chequescadeaux|bondachat|bonsdachat
            carte|cartes cadeau|cadeaux|kdo|prepayee|prepayees
            cheque|cheques|voucher|vouchers|coupon|coupons
            bon|bons d achat|achats
            bon|bons cadeau|cadeaux
            bon|bons de reduction|reductions
            prepaid card|cards
            carte|cartes amazon|fnac|darty|illicado|decathlon|sephora|ikea|itunes|netflix|spotify|carrefour|zalando|steam
            amazon|fnac|darty|illicado|decathlon|sephora|ikea|itunes|netflix|spotify|carrefour|zalando|steam|google|apple card|cards
            ticket|tickets|titre|titres resto|restos|restaurant|restaurants
            store|shopping|amazon credit|credits
            air miles
            airmiles
            """),
        (BountyKind.PerHire, """
            per successful|confirmed|new|signed? hire|hires|placement|recruit|recruitment|referral|introduction|head|candidate|hired
            for|on each|every|any|all successful|confirmed|new? hire|hires|placement|recruit|recruitment|referral
            par embauche|embauches|recrutement|recrutements|recrue|cooptation|parrainage|candidature
            par personne|candidat|candidate|profil|contact|tete embauche|embauchee|recrute|recrutee|presente|presentee|recommande|recommandee
            pour|a|de chaque embauche|recrutement|recrue|cooptation|parrainage
            paid|payed|pay|pays|paye|payee|payes|payees|payez|payons|remunere|remuneree|remuneres|remunerees|verse|versee|touchez per|par|pour|a|for|on each|every|chaque|l|la|le|your|votre? hire|hires|hiring|embauche|embauches|recrutement|recrutements|candidat|candidats|candidate|candidates|cooptation|introduction|introductions|presentation|presentations|tete|head|contact|contacts|profil|referral|referrals
            get|gets|getting|got|be paid|payed
            paid|pay you? for introducing|referring|recommending
            paye|payee|payes|payees|remunere|remuneree|remuneres|remunerees pour presenter|coopter|recommander|introduire|parrainer
            """),
        (BountyKind.Points, """
            earn|collect|collects|redeem|exchange|accumulate|gagne|gagner|gagnez|gagnes|cumule|cumuler|cumulez|cumules|echange|echanger|echangez|convertir|convertissez|collecter|collectez|convert|spend _? _? _? points|pts
            points|pts _? _? redeemable|exchangeable|convertible|echangeable|echangeables|convertibles|cadeau|cadeaux|fidelite
            points|pts a|to be? echanger|exchange|exchanged|redeem|redeemed|spend|depenser|convertir|convert|cumuler
            loyalty|reward|rewards|gift points|pts
            ## points|pts
            """),
    ];

    /// <summary>What only looks like it. It hides its own words from the list above, and nothing around them.</summary>
    public const string Harmless = $$"""
        bonus track|tracks|disc|chapter|chapters|level|levels|episode|episodes|scene|scenes|feature|features|question|round
        piste|pistes|titre|titres|niveau|niveaux|chapitre|scene|scenes|question bonus
        prime time|number|numbers|minister|ministers|ministerial|rib|ribs|beef|cut|cuts|quality|location|locations|example|examples|choice|seat|seats|suspect|suspects|mover|movers|video|gaming|meridian|factor|factors|candidate|spot|table
        optimus|amazon|metroid|rodimus prime
        de|au|du prime abord
        prime abord|enfance|jeunesse|saut
        en prime
        his|her|their|its|your|my|our|the prime of
        in|past|at|into|of his|her|their|its|your|my|our|the prime
        a|the prime !for|per|is|de|des|d|du|pour|par|a|on|will|when|if|and|or|et|ou
        nombre|nombres|numero|numeros prime|primes
        johnny|rosalind|roseanne|pat cash
        cash strapped|flow|flows|register|cow|crop
        parle|parler|parlez|parles|dit|dire|dites cash
        money can|cannot|could|heist|laundering|matters|back
        euro|euros @
        euro disney
        the euros
        eur ing|lex
        argent massif|fin|poli|sterling
        # balle|balles de|d tennis|golf|ping|padel|base|baseball|jonglage|squash|match|neige|son|hockey|paintball|coton|foin|the
        # pound|pounds of !gold|cash|sterling|silver
        # k run|race|races|steps|step|trail|jog|course|pas|resolution|tv|television|screen|screens|monitor|monitors|display|displays|ecran|ecrans|video|videos|film|films|camera|cameras|projector|projecteur|blu|followers|abonnes|km|marathon
        run|race|course|trail|corrida|foulee|foulees|marche|walk|ecran|tele|televiseur|moniteur _? _? # k
        european|europeenne|paritaire|planning|electoral|royal commission
        commission de|du|d|des !cooptation|parrainage|embauche|recrutement|presentation|recommandation|apport|apporteur
        commission europeenne|paritaire|electorale|parlementaire|nationale|mixte
        out of commission
        mutiny on the bounty
        bounty bar|bars|chocolate|chocolates|ice|glace
        bug bounty
        les|des|de revoltes du bounty
        coupon|coupons de|d|of !reduction|reductions|remise|remises|discount|discounts|achat|achats
        points of|de|d view|vue|attention|order|contact|vigilance|repere|suture|croix|amelioration|interest
        point|points guard
        # points de|d|of !reduction|fidelite|bonus
        be paid attention|tribute|homage
        {{InAJob}} team|teams|engineer|engineers|developer|developers|dev|devs|expert|experts|specialist|specialists|analyst|analysts|manager|managers|management|trader|traders|researcher|department|desk|people|product|platform|world|industry|sector|startup|project
        equipe|equipes|pole|service|direction|responsable|responsables|ingenieur|ingenieure|developpeur|developpeuse|expert|experte|specialiste|chef|cheffe|charge|chargee|analyste|projet|monde|secteur de? la|des|les|l? {{InAJob}}
        """;
}
