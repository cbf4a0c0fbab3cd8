/** Common given and family names by heritage, with the ethnic codes of the return that go with them. */
export interface NameList {
  ethnicities: [string, number][]
  girls: string[]
  boys: string[]
  families: string[]
}

export type Heritage = keyof typeof HERITAGES

function names(ethnicities: [string, number][], girls: string, boys: string, families: string): NameList {
  return { ethnicities, girls: girls.split(' '), boys: boys.split(' '), families: families.split(' ') }
}

export const HERITAGES = {
  british: names(
    [
      ['WBRI', 92],
      ['WOTH', 1],
      ['MWAS', 2],
      ['MOTH', 3],
      ['NOBT', 1],
      ['REFU', 1],
    ],
    'Abbie Amelia Aria Bethany Brooke Chloe Courtney Daisy Darcie Eliza Ellie Evie Faith Freya Gracie Harper Hollie Imogen Isla Jasmine Kayleigh Keira Lacey Lexi Libby Lola Maisie Mia Millie Orla Paige Poppy Rosie Ruby Skye Summer Tegan Tilly Willow Zara',
    'Alfie Archie Ashton Bailey Blake Bobby Brandon Callum Cameron Charlie Connor Corey Declan Dexter Dylan Ellis Ethan Finley Freddie George Harley Harvey Jayden Jenson Joel Joshua Kai Kian Leo Lewis Logan Luca Mason Noah Ollie Riley Rory Toby Tyler Zac',
    'Aldersley Appleyard Barrowby Blakemore Bracewell Cartledge Chadderton Cresswell Dewsnap Dunmore Eastaway Fairbrass Featherby Garside Goodliffe Hartshorn Heathcote Holroyde Ingleby Jessop Kirkbride Lathbury Loxley Marsden Mottershead Netherby Oakden Ollerton Padley Quarmby Ravensdale Rowbottom Sandiford Shipley Sotheran Tattersall Thornley Underhill Wainfleet Wetherell Whitlock Yardley',
  ),
  irish: names(
    [['WIRI', 1]],
    'Aoife Caoimhe Ciara Clodagh Eimear Niamh Roisin Saoirse Sinead Siobhan',
    'Cathal Cian Cormac Darragh Eoin Fionn Lorcan Oisin Padraig Ronan',
    'Brannigan Cafferty Devaney Gilheany Heneghan Keaveney Loughnane McGarrigle Mulhearn Tighe',
  ),
  traveller: names(
    [
      ['WIRT', 1],
      ['WROM', 2],
    ],
    'Bridie Cherish Kathleen Margaret Nellie Savannah Scarlett Shanice',
    'Bernard Hughie Jimmy Levi Miley Nelson Patsy Tommy',
    'Boswick Delaney Harty Lovell Maughan Pettengale Quilligan Smithers',
  ),
  polish: names(
    [['WOTH', 1]],
    'Agata Alicja Hanna Julia Karolina Lena Maja Oliwia Wiktoria Zuzanna',
    'Adrian Bartek Dawid Filip Jakub Kacper Mateusz Oskar Szymon Tomek',
    'Banasiak Czarnecka Dudzik Grabiec Jurczyk Kubacka Malicki Nowicki Rogala Sikora Wrobel Zalewska',
  ),
  caribbean: names(
    [
      ['BCRB', 4],
      ['MWBC', 6],
      ['BOTH', 1],
    ],
    'Aaliyah Amara Destiny Ebony Imani Jada Kiara Nevaeh Renee Shanelle Tiana Zaria',
    'Andre Darnell Dre Isaiah Jermaine Kymani Malachi Marlon Nathaniel Reuben Tyrell Zion',
    'Bartley Blackwood Cupidore Dacosta Fearon Gayle-Reid Hibbert Lindo Maragh Pinnock Salmon Wedderburn',
  ),
  westAfrican: names(
    [
      ['BAFR', 5],
      ['MWBA', 2],
    ],
    'Abena Adaeze Amina Chiamaka Efua Folake Ngozi Temilola Yaa Zainab',
    'Ayodele Chidi Ebuka Femi Kofi Kwame Obinna Sekou Tunde Yusuf',
    'Adegoke Agyapong Amponsah Balogun Ekwueme Fofanah Iroegbu Kamara Mensah Okonjo Owusu Sesay',
  ),
  pakistani: names(
    [
      ['APKN', 4],
      ['MWAS', 1],
    ],
    'Aisha Aleena Fatima Hafsa Iqra Maryam Noor Safiya Sumaira Zoya',
    'Adeel Bilal Hamza Haris Ibrahim Junaid Musa Saad Usman Zain',
    'Akhtar Bashir Chaudhry Dar Ghafoor Hanif Iqbal Mahmood Mirza Rafiq Saleem Tariq',
  ),
  indian: names(
    [
      ['AIND', 4],
      ['MWAS', 1],
    ],
    'Anjali Diya Harleen Jaspreet Kavya Meera Nisha Priya Simran Tanvi',
    'Aarav Arjun Gurpreet Harjit Kiran Manraj Nikhil Rohan Sahil Vivaan',
    'Bhogal Chahal Desai Gohil Kapadia Lakhani Mistry Nagra Parekh Sandhar Thakkar Virdee',
  ),
  bengali: names(
    [['ABAN', 1]],
    'Anika Farzana Jannat Mahira Nusrat Rumana Sabiha Tasnim',
    'Abir Fahim Imran Mahdi Nabil Rafi Sakib Tanvir',
    'Ahmed Begum Chowdhury Hoque Islam Miah Talukdar Uddin',
  ),
  eritrean: names(
    [['BAFR', 1]],
    'Abrehet Feven Luwam Rahel Semhar Winta',
    'Abel Amanuel Biniam Ermias Filmon Henok Mikal Natnael Robel Yonas',
    'Abraha Berhane Desbele Gebremeskel Habtom Kidane Mehari Tekle Weldu Zerai',
  ),
  sudanese: names(
    [['BAFR', 1]],
    'Asma Hiba Mawada Rania Salma Tahani',
    'Adam Abdelrahman Bakri Hatim Idris Mazin Musab Omar Tarig Yasir',
    'Abdalla Adam Bushara Eltayeb Hamid Ishag Khamis Mukhtar Osman Saleh',
  ),
  afghan: names(
    [['AOTH', 1]],
    'Laila Marwa Parwana Shabnam Zahra',
    'Ajmal Farid Hekmat Jawad Mirwais Najib Qais Rahim Samim Wahid',
    'Amiri Durani Faizi Habibi Nazari Noori Popal Rahimi Safi Stanekzai',
  ),
  kurdish: names(
    [['OOTH', 1]],
    'Avin Dilan Rozhin Shilan Viyan',
    'Aram Azad Diyar Goran Karwan Rebin Rekar Soran Zana',
    'Ahmadi Barzan Hamad Jalal Karimi Mahmud Qadir Rasul Salih Tofiq',
  ),
  vietnamese: names(
    [['AOTH', 1]],
    'Anh Huong Lan Linh Mai Thuy',
    'Bao Duc Hieu Khanh Minh Quang Tuan',
    'Bui Dang Do Hoang Le Ngo Nguyen Pham Tran Vu',
  ),
  albanian: names(
    [['WOTH', 1]],
    'Arta Elira Lindita Teuta Valbona',
    'Ardit Besnik Dritan Endrit Klajdi Luan Rinor',
    'Berisha Dervishi Gjoka Hysa Kola Leka Marku Prendi Shehu Tahiri',
  ),
} as const satisfies Record<string, NameList>
