"""Words that tell a person from what only looks like one: for the patterns of privacy_patterns.py."""

NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
)

# Capitalised words that follow a title or a job and are no names.
NO_NAMES = frozenset(
    """
    a after agency all also although am an and angiogram another april as assistant associate associates at
    august bank bay because bed before bleep board both but call called care charge chart checklist clinic
    clinical community december delivery development did director each educator even every experience
    february feedback first for friday from group had has he her here his home hospital how however i icu id
    if imaging in information initials is it its january journal july june just lead leads leaflet led
    levels liaison list manager managers march may maybe monday most my navigator next no not november now
    numbers october of office officer on once only or our outcome outcomes passport pathway perhaps
    pharmacist plan practitioner practitioners project psychiatry qi ready record records register reported
    review reviews rota round rounds safe safety said satisfaction saturday scan scanner scans september she
    shift since so some specialist spectroscopy staff still stories story student sunday surgeon survey team
    that the then there these they think this those thought thursday to told transfer transport tried
    tuesday unit until voice voices wait ward wards was we wednesday week were what where which while who
    will with you your
    """.split()
)

# "A nurse called again": whom, when and why somebody calls, in place of what they are called.
NO_NAMES_OF_CALLED = frozenset(
    "again away back every five four him later me more off out reception security several six straight switchboard ten "
    "them three too twice two us".split()
)

ABBREVIATIONS = frozenset(
    """
    abg ad aed ahp aim aki all am amu and anp any apr as asap at aug bay bd be bed bm bmi bp bpm but by cab
    camhs cbt ccg ccu ceo cf cmht cns cnss cpap cpd cpr cqc crp crt csu ct ctg cvc cvp day dec dna dnar dnr
    do dob dols dr dvt ecg ed eeg ehr ent eol epr er ews fbc feb for fri fy gcs gi go gp gtn had has hb hca
    hcas hdu he hr hrt icb ics icu id if im in inr ipc is it itu iv jan jul jun kpi la led lft mar mau may
    mca mdt me mfi mg ml mon mri mrsa msk my nb new news ng nhs nice nicu no not nov nqn oct od odp of ok
    old on one ooh or ot pa pals pc pcn pcr pdf pdr pdsa pe peg per pgd picc pm po pp ppe ppi pr prn pt q1
    qds qi qr rgn rmn rn rr sat sau sbar sc sds sep sho six slt so sop sos spc spo spr sr std sun tds ten
    the thu ti to tsh tta tto tue tv tvn two ues uk up us usa uti vas vs vte was wc we wed wte xr
    """.split()
)
